package io.faultline.alarm;

/**
 * A price to wait for.
 *
 * @param level USD
 * @param rearm how far price must go from the level until it can be reached again, a fraction; 0.0001 to 0.05
 * @param once whether it is done after the first time
 */
public record PriceRule(double level, Direction direction, double rearm, boolean once) {
    /** Far enough that noise about the level says nothing. */
    public static final double DEFAULT_REARM = 0.001;

    /** From which side the level counts. */
    public enum Direction {
        RISING,
        FALLING,
        EITHER
    }

    public PriceRule {
        if (!(level > 0 && level < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no price: " + level);
        }
        if (!(rearm >= 0.0001 && rearm <= 0.05)) {
            throw new IllegalArgumentException("re-arm is out of range: " + rearm);
        }
    }
}
