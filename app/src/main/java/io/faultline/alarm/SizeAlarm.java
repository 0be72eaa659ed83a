package io.faultline.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * An alarm on reported liquidations: fires when their sum over a sliding window reaches a size, and not again before the
 * sum has fallen well below it, so that one burst is one firing however long it lasts. A report that comes twice counts
 * once; what it fires with is the sum and the time that this sum really spans.
 *
 * @param recent reports within the window, oldest first
 * @param fired whether it has fired, and waits for the sum to fall
 */
public record SizeAlarm(AlarmHead head, SizeRule rule, List<ForcedPrint> recent, boolean fired) implements Alarm {
    /** How far a venue's clock may be ahead of that of the marks. */
    private static final long AHEAD_MILLIS = 5_000;

    public SizeAlarm {
        recent = List.copyOf(recent);
    }

    public static SizeAlarm of(AlarmHead head, SizeRule rule) {
        return new SizeAlarm(head, rule, List.of(), false);
    }

    @Override
    public SizeAlarm withHead(AlarmHead other) {
        return new SizeAlarm(other, rule, recent, fired);
    }

    @Override
    public SizeAlarm anew() {
        return of(head, rule);
    }

    /** With another size or window: begins anew. */
    public SizeAlarm withRule(SizeRule other) {
        return of(head, other);
    }

    /** Of the reports within the window, as of the last one or the last mark. */
    double sumUsd() {
        return recent.stream().mapToDouble(ForcedPrint::usd).sum();
    }

    /**
     * Takes a report.
     *
     * @param nowMillis by the venues' clocks: what is not of the window's time, or ahead of it, does not count
     */
    Heard<SizeAlarm> observe(ForcedPrint print, long nowMillis) {
        boolean otherSide = rule.side() != null && !Objects.equals(rule.side(), print.side());
        if (otherSide || !print.usable() || recent.stream().anyMatch(print::repeats)) {
            return new Heard<>(this, List.of());
        }
        List<ForcedPrint> all = new ArrayList<>(recent);
        all.add(print);
        all.sort(Comparator.comparingLong(ForcedPrint::exchangeMillis));
        return at(nowMillis, all);
    }

    /** Lets old reports go; time alone never fires. */
    SizeAlarm observe(long nowMillis) {
        boolean allWithin = recent.stream().allMatch(print -> counts(print, nowMillis));
        return allWithin ? this : at(nowMillis, recent).alarm();
    }

    private Heard<SizeAlarm> at(long nowMillis, List<ForcedPrint> all) {
        List<ForcedPrint> within =
                all.stream().filter(print -> counts(print, nowMillis)).toList();
        double sum = 0;
        for (ForcedPrint print : within) {
            sum += print.usd();
        }
        boolean rearmed = sum < rule.rearmShare() * rule.usd();
        boolean fires = !fired && sum >= rule.usd();
        SizeAlarm after = new SizeAlarm(head, rule, within, fires || (fired && !rearmed));
        return new Heard<>(after, fires ? List.of(said(within, sum)) : List.of());
    }

    private boolean counts(ForcedPrint print, long nowMillis) {
        return print.exchangeMillis() > nowMillis - rule.windowMillis()
                && print.exchangeMillis() <= nowMillis + AHEAD_MILLIS;
    }

    private static Said said(List<ForcedPrint> within, double sum) {
        long span =
                within.get(within.size() - 1).exchangeMillis() - within.get(0).exchangeMillis();
        return new Said(Signal.SIZE_REACHED, StageEvent.Cause.PRICE, "", sum, span);
    }
}
