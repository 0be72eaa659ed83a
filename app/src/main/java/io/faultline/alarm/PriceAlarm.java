package io.faultline.alarm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alarm on a fixed price. It fires when price comes to the level from the side where it was seen before, and then
 * not again before price has gone some way from the level, to either side.
 *
 * @param origin the cluster that the level was taken from; null if it was set by hand
 * @param approach where price was when last clear of the level
 * @param done whether it has fired, and was to fire once
 */
public record PriceAlarm(
        AlarmHead head, PriceRule rule, @Nullable Origin origin, Approach approach, boolean done) implements Alarm {
    private static final double STALE = 0.01;

    /** Where price would come from. */
    public enum Approach {
        /** Not seen yet. */
        UNSEEN,
        FROM_BELOW,
        FROM_ABOVE,
        /** At the level, or not clear of it since it fired. */
        NONE
    }

    /**
     * The cluster that a level was taken from.
     *
     * @param centroid where the cluster was then, a price
     */
    public record Origin(int trackId, double centroid) {}

    /** A new one, to be armed by the first price that is seen. */
    public static PriceAlarm at(AlarmHead head, PriceRule rule, @Nullable Origin origin) {
        return new PriceAlarm(head, rule, origin, Approach.UNSEEN, false);
    }

    @Override
    public PriceAlarm withHead(AlarmHead other) {
        return new PriceAlarm(other, rule, origin, approach, done);
    }

    @Override
    public PriceAlarm anew() {
        return at(head, rule, origin);
    }

    /** On another level: armed anew. */
    public PriceAlarm withRule(PriceRule other) {
        return at(head, other, null);
    }

    /** Whether the cluster that the level was taken from has moved by more than 1 %, or is gone. */
    public boolean stale(ClustersNow clusters) {
        Origin from = origin;
        if (from == null || !clusters.known()) {
            return false;
        }
        Optional<Double> now =
                clusters.find(from.trackId()).map(track -> track.cluster().centroid());
        return now.isEmpty() || Math.abs(StrictMath.log(now.get() / from.centroid())) > STALE;
    }

    Heard<PriceAlarm> observe(double price) {
        if (done) {
            return new Heard<>(this, List.of());
        }
        boolean rose = approach == Approach.FROM_BELOW && price >= rule.level();
        boolean fell = approach == Approach.FROM_ABOVE && price <= rule.level();
        boolean wanted = (rose && rule.direction() != PriceRule.Direction.FALLING)
                || (fell && rule.direction() != PriceRule.Direction.RISING);
        Approach next = rose || fell ? Approach.NONE : approach;
        PriceAlarm after = new PriceAlarm(head, rule, origin, clear(next, price), wanted && rule.once());
        return new Heard<>(after, wanted ? List.of(Said.of(Signal.PRICE_REACHED, "", 0)) : List.of());
    }

    private Approach clear(Approach before, double price) {
        if (before == Approach.UNSEEN) {
            if (price == rule.level()) {
                return Approach.NONE;
            }
            return price < rule.level() ? Approach.FROM_BELOW : Approach.FROM_ABOVE;
        }
        if (before != Approach.NONE) {
            return before;
        }
        if (price >= rule.level() * (1 + rule.rearm())) {
            return Approach.FROM_ABOVE;
        }
        return price <= rule.level() * (1 - rule.rearm()) ? Approach.FROM_BELOW : Approach.NONE;
    }
}
