package io.faultline.ui.alarms.chart;

import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import org.jspecify.annotations.Nullable;

/**
 * A price alarm, or two: one at each end of a range.
 *
 * @param other the range's other end; NaN where there is none
 * @param origin the cluster whose edge the level was taken from; null for none
 */
public record PriceDraft(
        long alarmId,
        double level,
        double other,
        PriceRule.Direction direction,
        boolean once,
        PriceAlarm.@Nullable Origin origin)
        implements Draft {
    /** A new one at a level, which counts when price comes to it from where it is now. */
    static PriceDraft at(Level level, double price) {
        return new PriceDraft(0, level.price(), Double.NaN, towards(level.price(), price), false, level.origin());
    }

    /** New ones at both ends of a range: price going in or out counts. */
    static PriceDraft between(Level from, Level to) {
        return new PriceDraft(0, from.price(), to.price(), PriceRule.Direction.EITHER, false, null);
    }

    /** Whether it is two alarms. */
    public boolean range() {
        return !Double.isNaN(other);
    }

    /** Elsewhere; the direction goes with it unless either counts. */
    PriceDraft moved(Level to, double price) {
        PriceRule.Direction next = direction == PriceRule.Direction.EITHER ? direction : towards(to.price(), price);
        return new PriceDraft(alarmId, to.price(), other, next, once, to.origin());
    }

    /** At a price that was typed. */
    public PriceDraft atPrice(double typed, double price) {
        return moved(new Level(typed, typed == level ? origin : null), price);
    }

    /** With the range's other end elsewhere. */
    PriceDraft movedOther(Level to) {
        return new PriceDraft(alarmId, level, to.price(), direction, once, null);
    }

    /** Counting from the other side, from either, or from below and above in turns. */
    public PriceDraft with(PriceRule.Direction wanted) {
        return new PriceDraft(alarmId, level, other, wanted, once, origin);
    }

    /** Done after the first time, or not. */
    public PriceDraft once(boolean only) {
        return new PriceDraft(alarmId, level, other, direction, only, origin);
    }

    static PriceRule.Direction towards(double level, double price) {
        if (Double.isNaN(price) || level == price) {
            return PriceRule.Direction.EITHER;
        }
        return level > price ? PriceRule.Direction.RISING : PriceRule.Direction.FALLING;
    }
}
