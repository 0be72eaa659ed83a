package io.faultline.alarm;

import io.faultline.liquidation.cluster.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * An alarm on every cluster above a size: that is born, grows by a fifth within a quarter of an hour, or comes near.
 * Each is told once; growth again after it has calmed down, nearness again after the cluster was far.
 *
 * @param begun whether clusters were seen: those that were there first are not born
 * @param known ids of clusters that were seen, whatever their size
 * @param growing ids of those whose growth was told
 * @param near ids of those whose nearness was told
 */
public record StandingAlarm(
        AlarmHead head, StandingRule rule, boolean begun, Set<Integer> known, Set<Integer> growing, Set<Integer> near)
        implements Alarm {
    private static final int GROWTH_MINUTES = 15;
    private static final double GROWS = 0.20;
    private static final double CALM = 0.10;
    private static final double FAR_TIMES = 1.25;

    public StandingAlarm {
        known = Collections.unmodifiableSet(new TreeSet<>(known));
        growing = Collections.unmodifiableSet(new TreeSet<>(growing));
        near = Collections.unmodifiableSet(new TreeSet<>(near));
    }

    public static StandingAlarm of(AlarmHead head, StandingRule rule) {
        return new StandingAlarm(head, rule, false, Set.of(), Set.of(), Set.of());
    }

    @Override
    public StandingAlarm anew() {
        return of(head, rule);
    }

    @Override
    public StandingAlarm withHead(AlarmHead other) {
        return new StandingAlarm(other, rule, begun, known, growing, near);
    }

    /** With another size or other signals; what was told is not told again. */
    public StandingAlarm withRule(StandingRule other) {
        return new StandingAlarm(head, other, begun, known, growing, near);
    }

    Heard<StandingAlarm> observe(double price, ClustersNow clusters) {
        if (!clusters.known()) {
            return new Heard<>(this, List.of());
        }
        List<Said> said = new ArrayList<>();
        Set<Integer> nowKnown = new TreeSet<>();
        Set<Integer> nowGrowing = new TreeSet<>();
        Set<Integer> nowNear = new TreeSet<>();
        for (Track track : clusters.tracks()) {
            boolean counts = track.cluster().massUsd() >= rule.leastUsd();
            nowKnown.add(track.id());
            if (counts && begun && !known.contains(track.id())) {
                say(Signal.CLUSTER_BORN, track, said);
            }
            double growth = track.growth(GROWTH_MINUTES).orElse(0);
            if (holds(growing, track, counts && growth >= GROWS, growth >= CALM, nowGrowing::add)) {
                say(Signal.CLUSTER_GROWS, track, said);
            }
            double distance = track.cluster().distance(price);
            boolean stays = distance < rule.perimeter() * FAR_TIMES;
            if (holds(near, track, counts && distance <= rule.perimeter(), stays, nowNear::add)) {
                say(Signal.CLUSTER_NEAR, track, said);
            }
        }
        return new Heard<>(new StandingAlarm(head, rule, true, nowKnown, nowGrowing, nowNear), said);
    }

    /** Keeps a condition with hysteresis; true at the moment it begins to hold. */
    private static boolean holds(
            Set<Integer> before, Track track, boolean begins, boolean stays, Predicate<Integer> keep) {
        boolean held = before.contains(track.id());
        return (begins || (held && stays)) && keep.test(track.id()) && !held;
    }

    private void say(Signal signal, Track track, List<Said> said) {
        if (rule.signals().contains(signal)) {
            said.add(Said.of(signal, track.name(), track.cluster().massUsd()));
        }
    }
}
