package io.faultline.alarm;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Clusters to be told of, whichever they are.
 *
 * @param leastUsd mass from which a cluster counts
 * @param signals any of {@link Signal#CLUSTER_BORN}, {@link Signal#CLUSTER_GROWS}, {@link Signal#CLUSTER_NEAR}
 * @param perimeter distance that is near, a fraction of price; 0.001 to 0.1
 */
public record StandingRule(double leastUsd, Set<Signal> signals, double perimeter) {
    /** 2 %. */
    public static final double DEFAULT_PERIMETER = 0.02;

    public StandingRule {
        EnumSet<Signal> copy = EnumSet.noneOf(Signal.class);
        copy.addAll(signals);
        if (!EnumSet.of(Signal.CLUSTER_BORN, Signal.CLUSTER_GROWS, Signal.CLUSTER_NEAR)
                .containsAll(copy)) {
            throw new IllegalArgumentException("no standing alarm says " + signals);
        }
        if (!(leastUsd >= 0) || !(perimeter >= 0.001 && perimeter <= 0.1)) {
            throw new IllegalArgumentException("standing alarm from " + leastUsd + " USD within " + perimeter);
        }
        signals = Collections.unmodifiableSet(copy);
    }
}
