package io.faultline.ui.alarms;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Edges;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.Signal;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.StandingAlarm;
import io.faultline.alarm.Unwatched;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.StageLevels;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the alarm strip says while nothing calls, in words. */
public final class QuietStrip {
    /** More do not fit, and are in the list. */
    private static final int MOST = 4;

    private static final long MISSED_SHOWN_MILLIS = 600_000;

    private QuietStrip() {}

    /**
     * An armed alarm in the strip.
     *
     * @param style of its edge's colour
     * @param name shown strongly
     */
    public record Chip(long alarmId, String style, String name, String rest) {}

    /** How many can still speak, over all symbols: {@code 3 armed}, {@code 3 armed, 1 here}. */
    public static String count(List<AlarmsView> views, String symbol) {
        int all = views.stream().mapToInt(AlarmsView::armed).sum();
        int here = views.stream()
                .filter(view -> view.symbol().equals(symbol))
                .mapToInt(AlarmsView::armed)
                .sum();
        return all == 0 ? "no alarm armed" : here == all ? all + " armed" : all + " armed, " + here + " here";
    }

    /** What is armed of the symbol shown, the nearest first. */
    public static List<Chip> chips(AlarmsView view, int decimals) {
        return view.alarms().stream()
                .filter(ArmedAlarm::armed)
                .sorted(Comparator.comparingDouble(QuietStrip::away))
                .limit(MOST)
                .map(armed -> chip(armed, decimals))
                .toList();
    }

    private static double away(ArmedAlarm armed) {
        return Double.isNaN(armed.distance()) ? Double.MAX_VALUE : Math.abs(armed.distance());
    }

    private static Chip chip(ArmedAlarm armed, int decimals) {
        Alarm alarm = armed.alarm();
        if (alarm instanceof ClusterAlarm cluster) {
            return new Chip(alarm.id(), "stage-1", alarm.head().name(), stages(cluster, decimals));
        }
        if (alarm instanceof PriceAlarm) {
            String away = Double.isNaN(armed.distance()) ? "" : Numbers.change(armed.distance(), 2) + " away";
            return new Chip(alarm.id(), "stage-0", alarm.head().name(), away + (armed.stale() ? ", stale" : ""));
        }
        if (alarm instanceof SizeAlarm size) {
            String now = armed.sumUsd() > 0 ? ", now " + Numbers.usd(armed.sumUsd()) : "";
            return new Chip(
                    alarm.id(),
                    "stage-3",
                    alarm.head().name(),
                    "in " + AlarmWords.window(size.rule().windowMillis()) + now);
        }
        return new Chip(alarm.id(), "stage-3", alarm.head().name(), signals((StandingAlarm) alarm));
    }

    private static String signals(StandingAlarm alarm) {
        return String.join(
                ", ", alarm.rule().signals().stream().map(AlarmWords::word).toList());
    }

    /** {@code ✓ perimeter 2 % · entry 102,750 · cascade < 102,449}. */
    static String stages(ClusterAlarm alarm, int decimals) {
        Edges edges = alarm.state().edges();
        if (edges == null) {
            return "waiting for its cluster";
        }
        StageLevels levels = StageLevels.of(alarm.side(), edges.near(), edges.far(), alarm.rule());
        int reached = StageLevels.reached(alarm.state().stage());
        List<String> parts = new ArrayList<>();
        for (Signal stage : alarm.stages()) {
            String where = switch (stage) {
                case PERIMETER -> AlarmWords.perimeter(alarm.rule().perimeter());
                case ENTRY -> Numbers.price(levels.near(), levels.near() >= 1000 ? 0 : decimals);
                default ->
                    (edges.far() < edges.near() ? "< " : "> ")
                            + Numbers.price(levels.through(), levels.through() >= 1000 ? 0 : decimals);
            };
            String done = reached >= stage.gravity() ? "✓ " : "";
            parts.add(done + stage.name().toLowerCase(Locale.ROOT) + " " + where);
        }
        return String.join(" · ", parts);
    }

    /** {@code last fired 11:50:14, L1 perimeter at 104,291, acknowledged}; empty where nothing has. */
    public static String last(List<AlarmsView> views, long nowMillis) {
        LogEntry newest = null;
        for (AlarmsView view : views) {
            for (LogEntry entry : view.log()) {
                boolean later = newest == null
                        || entry.firing().receivedMillis() > newest.firing().receivedMillis();
                if (entry.firing().signal().calls()) {
                    newest = later ? entry : newest;
                    break;
                }
            }
        }
        if (newest == null) {
            return "";
        }
        String when = Moments.brief(newest.firing().exchangeMillis() * 1_000_000, nowMillis * 1_000_000);
        return "last fired " + when + ", " + AlarmWords.what(newest.firing()) + " at "
                + Numbers.price(
                        newest.firing().price(),
                        AlarmWords.decimals(newest.firing().price()))
                + (newest.acknowledged() ? ", acknowledged" : "");
    }

    /** What is wrong with the watch, or was, in words; empty while all is well. */
    public static String trouble(AlarmsView view, String problem, long nowMillis) {
        if (!problem.isEmpty()) {
            return problem;
        }
        if (!view.problem().isEmpty()) {
            return view.problem();
        }
        return switch (view.watching()) {
            case ELSEWHERE -> "watching elsewhere: another Faultline has this home's alarms";
            case CATCHING_UP -> "catching up: what was crossed meanwhile is being found out";
            case WAITING -> view.armed() > 0 ? "no mark price comes: alarms are not judged" : "";
            case NOWHERE -> "";
            case LIVE -> missed(view, nowMillis);
        };
    }

    private static String missed(AlarmsView view, long nowMillis) {
        return view.unwatched()
                .filter(away -> nowMillis - away.missed().span().toMillis() < MISSED_SHOWN_MILLIS)
                .map(QuietStrip::missed)
                .orElse("");
    }

    private static String missed(Unwatched away) {
        String gap = "nobody watched for " + Numbers.age(away.missed().span().millis() * 1_000_000);
        if (away.bars() == 0) {
            return gap + ": what was crossed there and back, nobody knows";
        }
        return gap + ": " + (away.crossed() == 0 ? "nothing" : away.crossed() + " in the log") + " missed while away";
    }
}
