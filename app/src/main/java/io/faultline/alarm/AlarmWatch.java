package io.faultline.alarm;

import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches one symbol for its alarms: takes marks, reported liquidations and clusters, hands out what is to be kept, and
 * shows what has fired once it is kept. So neither a crash loses a firing nor a restart repeats one.
 *
 * <p>Pure: time comes with what it is told. What alarms do is a function of that alone; only when it is shown depends on
 * the disk. One thread, the symbol's desk; commands come through the {@link AlarmInbox} from any.
 */
public final class AlarmWatch {
    private final WatchRule rule;
    private final AlarmHost host;
    private final AlarmInbox inbox;
    private final String symbol;
    private final SymbolAlarms alarms;
    private final AlarmLog log;
    private final AlarmEdits edits;
    private final Settling settling = new Settling();
    private final Elapsed elapsed = new Elapsed();
    private final MarkLead lead;
    private final CatchUp catchUp;
    private final Keeping keeping;
    private final long soundsFrom;
    private TrackerState tracker;
    private ClustersNow clusters = ClustersNow.UNKNOWN;
    private double price = Double.NaN;
    private long lastMillis;
    private long highestId;
    private int seenRebuilds = -1;
    private @Nullable Unwatched unwatched;
    private Notice notice = Notice.NONE;
    private boolean changed = true;
    private AlarmsView view;

    /** @param kept what it begins with */
    public AlarmWatch(WatchState kept, WatchRule rule, AlarmIds ids, AlarmInbox inbox, AlarmHost host) {
        this.rule = rule;
        this.host = host;
        this.inbox = inbox;
        symbol = kept.symbol();
        alarms = new SymbolAlarms(rule.gate(), kept.alarms());
        log = new AlarmLog(rule.mostLog(), kept.log(), kept.nextNumber());
        edits = new AlarmEdits(alarms, log, settling, ids);
        lead = new MarkLead(kept.alarms().source());
        catchUp = new CatchUp(rule);
        keeping = new Keeping(kept);
        soundsFrom = kept.nextNumber();
        tracker = kept.tracker();
        lastMillis = kept.lastMillis();
        highestId = kept.highestId();
        view = make();
    }

    /** Takes a mark of any venue, as often as one comes; those of one venue at a time count. */
    public void mark(MarkSample sample) {
        begin(sample.receivedMillis());
        if (lead.leads(sample.source(), elapsed.millis())) {
            MissedSpan missed = catchUp.missed() == null ? missedBefore(sample) : null;
            if (missed != null) {
                catchUp.begin(missed, elapsed.millis());
                changed = true;
                host.wantBars(missed);
            }
            lastMillis = sample.receivedMillis();
            live(() -> judge(sample));
        }
        end();
    }

    /** Takes a reported liquidation of any venue. */
    public void forced(ForcedPrint print) {
        begin(print.receivedMillis());
        live(() -> note(alarms.onForced(print)));
        end();
    }

    /**
     * Takes the clusters after each look for them.
     *
     * @param known false while the grid is still being built: nothing has dissolved then, nobody knows
     * @param rebuilds how often the grid was made anew under them: what they do over such a jump is no news
     */
    public void clusters(TrackerState state, boolean known, int rebuilds) {
        if (rebuilds != seenRebuilds) {
            seenRebuilds = rebuilds;
            settling.unsettle();
        }
        tracker = state;
        clusters = new ClustersNow(known, state.tracks());
        settling.sighted(known);
        changed = true;
    }

    /** The flow of a source's marks was interrupted: its connection was lost, or its data was out of step. */
    public void interrupted(String source) {
        if (source.equals(alarms.source())) {
            alarms.interrupted();
        }
    }

    /** A source is switched off, or lost for good: another venue's marks may take over at once. */
    public void gone(String source) {
        interrupted(source);
        lead.gone(source, elapsed.millis());
    }

    /**
     * Lets time pass: to be called about twenty times a second, whether or not anything else comes.
     *
     * @param nowMillis by our clock, since 1970
     */
    public void tick(long nowMillis) {
        begin(nowMillis);
        end();
    }

    /** Hands out all that is not kept yet, for the last time; does not wait for it. */
    public void close() {
        keeping.close();
        handOut();
    }

    /** As it is now: the same object as long as nothing has changed. */
    public AlarmsView view() {
        if (changed || view.watching() != watching()) {
            view = make();
            changed = false;
        }
        return view;
    }

    private void begin(long nowMillis) {
        elapsed.at(nowMillis);
        drain();
    }

    private void end() {
        if (catchUp.overdue(elapsed.millis())) {
            catchUp(List.of(), 0);
        }
        handOut();
        if (keeping.overdue(elapsed.millis(), rule.patience())) {
            show(log.nextNumber() - 1);
        }
    }

    private void drain() {
        for (AlarmCommand command : inbox.drain()) {
            changed = true;
            if (command instanceof AlarmCommand.Kept answer) {
                keeping.answered(answer).ifPresent(update -> show(update.state().nextNumber() - 1));
            } else if (command instanceof AlarmCommand.Missed missed) {
                MissedSpan span = catchUp.missed();
                if (span != null) {
                    catchUp(
                            MissedBars.samples(missed.bars(), span, elapsed.now()),
                            missed.bars().size());
                }
            } else {
                tell(edits.apply(command, symbol, clusters));
                keeping.hurry();
            }
        }
    }

    private void tell(String words) {
        if (!words.isEmpty()) {
            notice = new Notice(notice.number() + 1, words);
        }
    }

    private void live(Runnable judgement) {
        if (catchUp.missed() == null) {
            judgement.run();
        } else {
            catchUp.hold(judgement);
        }
    }

    /** Both clocks must say so: one that jumps has missed nothing. */
    private @Nullable MissedSpan missedBefore(MarkSample sample) {
        Long newest = alarms.newestOfAll();
        if (newest == null
                || lastMillis == 0
                || (alarms.all().isEmpty() && log.all().isEmpty())) {
            return null;
        }
        boolean theirs = sample.exchangeMillis() - newest > rule.unwatched();
        boolean ours = sample.receivedMillis() - lastMillis > rule.unwatched();
        return theirs && ours ? new MissedSpan(sample.source(), new TimeSpan(newest, sample.exchangeMillis())) : null;
    }

    private void judge(MarkSample sample) {
        List<Firing> firings = new ArrayList<>();
        for (Firing firing : alarms.onMark(sample, clusters)) {
            firings.add(settling.judge(firing));
        }
        reach(sample);
        note(firings);
        if (alarms.judged() != Freshness.IGNORED) {
            settling.observed();
        }
    }

    private void catchUp(List<MarkSample> samples, int bars) {
        MissedSpan span = catchUp.missed();
        long before = log.nextNumber();
        for (MarkSample sample : samples) {
            List<Firing> firings = alarms.onMissed(sample, ClustersNow.UNKNOWN, settling.armed());
            reach(sample);
            note(firings);
        }
        if (span != null) {
            unwatched = new Unwatched(span, samples.isEmpty() ? 0 : bars, (int) (log.nextNumber() - before));
        }
        catchUp.end().forEach(Runnable::run);
        changed = true;
    }

    /** A mark that is no newer than those before, or ahead of its time, tells nothing of what happened next. */
    private void reach(MarkSample sample) {
        Long newest = alarms.newestMillis();
        if (newest != null && newest == sample.exchangeMillis() && sample.usable()) {
            price = sample.price();
            log.follow(sample.exchangeMillis(), price).forEach(host::followed);
            changed = true;
        }
    }

    private void note(List<Firing> firings) {
        for (Firing firing : firings) {
            log.add(firing, host.note(firing));
            keeping.hurry();
        }
    }

    private void show(long upTo) {
        for (LogEntry entry : log.show(upTo)) {
            changed = true;
            host.fired(entry);
            if (entry.after().whole()) {
                host.followed(entry);
            }
        }
    }

    private void handOut() {
        Optional<AlarmUpdate> update = keeping.due(elapsed.millis(), this::state);
        while (update.isPresent()) {
            host.keep(update.get());
            drain(); // who keeps in memory has answered already
            update = keeping.due(elapsed.millis(), this::state);
        }
    }

    private WatchState state() {
        AlarmState state = alarms.state();
        for (Alarm alarm : state.alarms()) {
            highestId = Math.max(highestId, alarm.id());
        }
        return new WatchState(symbol, state, tracker, log.all(), log.nextNumber(), highestId, lastMillis);
    }

    private AlarmsView.Watching watching() {
        if (catchUp.missed() != null) {
            return AlarmsView.Watching.CATCHING_UP;
        }
        return Double.isNaN(price) || !lead.heard(elapsed.millis())
                ? AlarmsView.Watching.WAITING
                : AlarmsView.Watching.LIVE;
    }

    private AlarmsView make() {
        List<ArmedAlarm> armed = new ArrayList<>();
        for (Alarm alarm : alarms.all()) {
            armed.add(ArmedAlarm.of(alarm, price, clusters));
        }
        armed.sort(Comparator.comparingLong(each -> each.alarm().id()));
        List<LogEntry> shown = log.shown();
        return new AlarmsView(
                symbol,
                watching(),
                armed,
                shown.stream().filter(LogEntry::calls).toList(),
                shown,
                soundsFrom,
                Optional.ofNullable(unwatched),
                keeping.problem(),
                notice);
    }
}
