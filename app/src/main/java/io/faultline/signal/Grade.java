package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One number to sort clusters by. The lines themselves stay in sight.
 *
 * @param met of the points that could be judged
 * @param missed of the points that could be judged
 */
public record Grade(Set<Point> met, Set<Point> missed) {
    private static final long HOUR = 3_600_000;
    private static final double SETTLED = 0.01;

    /** What earns a point. */
    public enum Point {
        /** Half a percent of open interest. */
        OPEN_INTEREST,
        /** 15 % of a day's liquidations. */
        DAILY_VOLUME,
        /** Two venues agree, where two are connected. */
        VENUES,
        TIGHT,
        /** An hour old. */
        AGE,
        /** Moved by 1 % at most since first seen. */
        SETTLED,
        HOLLOW_PATH
    }

    public Grade {
        met = inOrder(met);
        missed = inOrder(missed);
    }

    private static Set<Point> inOrder(Set<Point> points) {
        EnumSet<Point> copy = EnumSet.noneOf(Point.class);
        copy.addAll(points);
        return Collections.unmodifiableSet(copy);
    }

    static Grade of(QualityCard card) {
        EnumSet<Point> met = EnumSet.noneOf(Point.class);
        EnumSet<Point> missed = EnumSet.noneOf(Point.class);
        card.significant().ifPresent(holds -> (holds ? met : missed).add(Point.OPEN_INTEREST));
        card.dailySignificant().ifPresent(holds -> (holds ? met : missed).add(Point.DAILY_VOLUME));
        if (card.market().venues().size() >= 2) {
            (card.confirming().size() >= 2 ? met : missed).add(Point.VENUES);
        }
        boolean tight = card.track().cluster().spacing() == Cluster.Spacing.TIGHT;
        (tight ? met : missed).add(Point.TIGHT);
        (card.ageMillis() >= HOUR ? met : missed).add(Point.AGE);
        (Math.abs(card.track().migration()) <= SETTLED ? met : missed).add(Point.SETTLED);
        hollow(card).ifPresent(holds -> (holds ? met : missed).add(Point.HOLLOW_PATH));
        return new Grade(met, missed);
    }

    private static Optional<Boolean> hollow(QualityCard card) {
        PathState state = card.readings().path().state();
        return state == PathState.UNKNOWN ? Optional.empty() : Optional.of(state == PathState.HOLLOW);
    }

    public int points() {
        return met.size();
    }

    /** How many points could be judged: what is not known counts neither way. */
    public int outOf() {
        return met.size() + missed.size();
    }

    /** Points over those that could be judged; 0 if none could. */
    public double share() {
        return outOf() == 0 ? 0 : (double) points() / outOf();
    }
}
