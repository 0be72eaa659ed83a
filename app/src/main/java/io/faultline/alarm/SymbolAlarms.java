package io.faultline.alarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of one symbol. Every mark passes one gate, so what an alarm sees is each moment once and in order; what is
 * not live moves the alarms and is logged, but may not sound. One thread, the symbol's desk.
 */
public final class SymbolAlarms {
    private final Map<Long, Alarm> alarms = new LinkedHashMap<>();
    private final SampleGate gate;
    private final GateRule rule;
    private Freshness lastFreshness = Freshness.AFTER_GAP;
    private Freshness judged = Freshness.IGNORED;

    public SymbolAlarms(GateRule rule, AlarmState state) {
        this.rule = rule;
        this.gate =
                new SampleGate(rule, new SampleGate.State(state.source(), state.newestMillis(), state.aheadMillis()));
        state.alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
    }

    /** As it is now; changes with every sample that counts. */
    public AlarmState state() {
        SampleGate.State seen = gate.state();
        return new AlarmState(new ArrayList<>(alarms.values()), seen.source(), seen.newest(), seen.ahead());
    }

    /** Arms an alarm, or puts a changed one in the place of the old. */
    public void put(Alarm alarm) {
        alarms.put(alarm.id(), alarm);
    }

    /** Disarms; what is returned can be {@link #put} back. */
    public Optional<Alarm> remove(long id) {
        return Optional.ofNullable(alarms.remove(id));
    }

    public Optional<Alarm> find(long id) {
        return Optional.ofNullable(alarms.get(id));
    }

    /** Switches on or off, snoozes or renames. */
    public void change(long id, UnaryOperator<AlarmHead> change) {
        alarms.computeIfPresent(id, (same, alarm) -> alarm.withHead(change.apply(alarm.head())));
    }

    /** The user has seen a stage of a cluster alarm: it does not fire again before the re-arm. */
    public void acknowledge(long id, Signal stage) {
        alarms.computeIfPresent(
                id, (same, alarm) -> alarm instanceof ClusterAlarm cluster ? cluster.acknowledge(stage) : alarm);
    }

    /** The flow of marks was interrupted: reconnect, resynchronisation, suspend, warm-up. */
    public void interrupted() {
        gate.interrupted();
    }

    /** Takes a mark, as often as one comes. */
    public List<Firing> onMark(MarkSample sample, ClustersNow clusters) {
        return act(sample, gate.judge(sample), clusters, Set.of());
    }

    /** Takes a mark from when nobody watched, oldest first; what it fires is listed as missed. */
    public List<Firing> onMissed(MarkSample sample, ClustersNow clusters) {
        return onMissed(sample, clusters, Set.of());
    }

    /** @param armedSince alarms that were not armed then, and see nothing of it */
    List<Firing> onMissed(MarkSample sample, ClustersNow clusters, Set<Long> armedSince) {
        return act(sample, gate.judgeMissed(sample), clusters, armedSince);
    }

    /** What the last mark was worth. */
    Freshness judged() {
        return judged;
    }

    /** Time of the newest mark of the source in use, by its venue's clock; null before the first. */
    @Nullable
    Long newestMillis() {
        return gate.newestMillis();
    }

    /** The same of any source. */
    @Nullable
    Long newestOfAll() {
        return gate.newestOfAll();
    }

    /** The source in use; empty before the first mark. */
    String source() {
        return gate.source();
    }

    /** What is armed, in the order in which it was. */
    List<Alarm> all() {
        return new ArrayList<>(alarms.values());
    }

    /** Takes a reported liquidation of this symbol. */
    public List<Firing> onForced(ForcedPrint print) {
        List<Firing> firings = new ArrayList<>();
        Freshness freshness = freshness(print);
        Long newest = gate.newestMillis();
        long now = newest == null ? print.exchangeMillis() : newest;
        for (Alarm alarm : List.copyOf(alarms.values())) {
            if (alarm instanceof SizeAlarm size) {
                Heard<SizeAlarm> heard = size.observe(print, now);
                alarms.put(alarm.id(), heard.alarm());
                add(firings, heard, print.exchangeMillis(), print.receivedMillis(), print.price(), freshness);
            }
        }
        return firings;
    }

    /** Price alarms whose cluster has moved away. */
    public List<PriceAlarm> stale(ClustersNow clusters) {
        List<PriceAlarm> stale = new ArrayList<>();
        for (Alarm alarm : alarms.values()) {
            if (alarm instanceof PriceAlarm price && price.stale(clusters)) {
                stale.add(price);
            }
        }
        return stale;
    }

    private List<Firing> act(MarkSample sample, Freshness freshness, ClustersNow clusters, Set<Long> except) {
        List<Firing> firings = new ArrayList<>();
        judged = freshness;
        if (freshness == Freshness.IGNORED) {
            return firings;
        }
        lastFreshness = freshness;
        for (Alarm alarm : List.copyOf(alarms.values())) {
            if (except.contains(alarm.id())) {
                continue;
            }
            Heard<?> heard = observe(alarm, sample, clusters);
            alarms.put(alarm.id(), heard.alarm());
            add(firings, heard, sample.exchangeMillis(), sample.receivedMillis(), sample.price(), freshness);
        }
        return firings;
    }

    /** The one place where alarms are told apart. */
    private static Heard<?> observe(Alarm alarm, MarkSample sample, ClustersNow clusters) {
        if (alarm instanceof ClusterAlarm cluster) {
            return cluster.observe(sample.price(), clusters);
        }
        if (alarm instanceof PriceAlarm price) {
            return price.observe(sample.price());
        }
        if (alarm instanceof StandingAlarm standing) {
            return standing.observe(sample.price(), clusters);
        }
        return new Heard<>(((SizeAlarm) alarm).observe(sample.exchangeMillis()), List.of());
    }

    private static void add(
            List<Firing> firings,
            Heard<?> heard,
            long exchangeMillis,
            long receivedMillis,
            double price,
            Freshness freshness) {
        AlarmHead head = heard.alarm().head();
        if (head.on()) {
            for (Said said : heard.said()) {
                firings.add(new Firing(
                        head,
                        said.signal(),
                        said.cause(),
                        exchangeMillis,
                        receivedMillis,
                        price,
                        said.cluster(),
                        said.usd(),
                        said.spanMillis(),
                        freshness));
            }
        }
    }

    /** A report is live while the marks are, and if it is about as old as the newest of them. */
    private Freshness freshness(ForcedPrint print) {
        Long now = gate.newestMillis();
        boolean near = now != null && Math.abs(now - print.exchangeMillis()) <= rule.skew();
        return near || lastFreshness != Freshness.FRESH ? lastFreshness : Freshness.LATE;
    }
}
