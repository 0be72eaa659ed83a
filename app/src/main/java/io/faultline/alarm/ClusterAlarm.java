package io.faultline.alarm;

import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The three-stage alarm of one cluster. It follows its cluster until price enters, then keeps the edges as they were
 * until price is out again; it says once when the cluster has dissolved.
 *
 * @param trackId the cluster, {@link Track#id()}
 * @param cluster its name
 * @param stages which of the three stages are wanted; what is not a stage is always told
 * @param acknowledged stages that say nothing more before the re-arm
 * @param gone whether it was seen that the cluster is no more, which it stays
 * @param told whether its dissolution was told
 */
public record ClusterAlarm(
        AlarmHead head,
        int trackId,
        String cluster,
        PositionSide side,
        ClusterAlarmRule rule,
        Set<Signal> stages,
        StageState state,
        Set<Signal> acknowledged,
        boolean gone,
        boolean told)
        implements Alarm {
    private static final Set<Signal> ALL = EnumSet.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);

    public ClusterAlarm {
        stages = inOrder(stages);
        acknowledged = inOrder(acknowledged);
    }

    /** Arms a cluster with all three stages. */
    public static ClusterAlarm on(AlarmHead head, Track track, ClusterAlarmRule rule) {
        return new ClusterAlarm(
                head, track.id(), track.name(), track.side(), rule, ALL, StageState.START, Set.of(), false, false);
    }

    @Override
    public ClusterAlarm withHead(AlarmHead other) {
        return new ClusterAlarm(other, trackId, cluster, side, rule, stages, state, acknowledged, gone, told);
    }

    @Override
    public ClusterAlarm anew() {
        return new ClusterAlarm(head, trackId, cluster, side, rule, stages, StageState.START, Set.of(), false, false);
    }

    /** With another perimeter and the like; what has fired has fired. */
    public ClusterAlarm withRule(ClusterAlarmRule other) {
        return new ClusterAlarm(head, trackId, cluster, side, other, stages, state, acknowledged, gone, told);
    }

    /** With other stages wanted. */
    public ClusterAlarm withStages(Set<Signal> wanted) {
        return new ClusterAlarm(head, trackId, cluster, side, rule, wanted, state, acknowledged, gone, told);
    }

    /** A stage that the user has seen does not fire again before the re-arm. */
    public ClusterAlarm acknowledge(Signal stage) {
        EnumSet<Signal> seen = EnumSet.of(stage);
        seen.addAll(acknowledged);
        return new ClusterAlarm(head, trackId, cluster, side, rule, stages, state, seen, gone, told);
    }

    /** From a price to the near edge, positive while price has not reached it; NaN before the first sight. */
    double distance(double price) {
        Edges edges = state.edges();
        int sign = side == PositionSide.LONG ? -1 : 1;
        return edges == null ? Double.NaN : sign * (edges.near() - price) / price;
    }

    Heard<ClusterAlarm> observe(double price, ClustersNow clusters) {
        Optional<Track> track = clusters.find(trackId);
        boolean missing = track.isEmpty() && (gone || clusters.known());
        Edges seen = track.map(ClusterAlarm::edges).orElse(missing ? null : state.edges());
        if (seen == null && !missing && !state.stage().frozen()) {
            return new Heard<>(this, List.of());
        }
        StageMachine.Step step = new StageMachine(side, rule).step(state, price, seen, next(clusters, seen));
        double usd = track.map(known -> known.cluster().massUsd()).orElse(0.0);
        List<Said> said = new ArrayList<>();
        EnumSet<Signal> quiet = EnumSet.noneOf(Signal.class);
        quiet.addAll(acknowledged);
        for (StageEvent event : step.events()) {
            Signal signal = Signal.of(event.kind());
            if (signal == Signal.REARMED || signal == Signal.WITHDRAWN) {
                quiet.clear();
            }
            boolean wanted = !ALL.contains(signal) || stages.contains(signal);
            if (wanted && !quiet.contains(signal)) {
                said.add(new Said(signal, event.cause(), cluster, usd, 0));
            }
        }
        boolean dissolved = missing && step.state().stage() == Stage.IDLE;
        if (dissolved && !told) {
            said.add(new Said(Signal.DISSOLVED, StageEvent.Cause.CLUSTER_GONE, cluster, 0, 0));
        }
        return new Heard<>(
                new ClusterAlarm(
                        head, trackId, cluster, side, rule, stages, step.state(), quiet, missing, told || dissolved),
                said);
    }

    /** Behind the frozen extent where there is one, else behind the near edge as it is seen. */
    private @Nullable Double next(ClustersNow clusters, @Nullable Edges seen) {
        if (!clusters.known()) {
            return state.nextNear();
        }
        Edges frozen = state.stage().frozen() ? state.edges() : null;
        if (frozen != null) {
            return clusters.nextBehind(side, frozen.far(), trackId);
        }
        return seen == null ? null : clusters.nextBehind(side, seen.near(), trackId);
    }

    private static Edges edges(Track track) {
        return new Edges(track.cluster().nearPrice(), track.cluster().farPrice());
    }

    private static Set<Signal> inOrder(Set<Signal> signals) {
        EnumSet<Signal> copy = EnumSet.noneOf(Signal.class);
        copy.addAll(signals);
        return Collections.unmodifiableSet(copy);
    }
}
