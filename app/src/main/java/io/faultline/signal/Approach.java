package io.faultline.signal;

import java.util.OptionalDouble;

/**
 * How price comes to a cluster.
 *
 * @param speed basis points a minute towards the near edge, over five minutes; negative while it goes away
 * @param acceleration speed of the last minute less that
 * @param minutesToEdge at that speed; empty while it does not come
 * @param fast at least twice the usual speed of the last day
 */
public record Approach(double speed, double acceleration, OptionalDouble minutesToEdge, boolean fast) {
    private static final double FAST_TIMES = 2;

    /**
     * @param way mid is the price now
     * @param usual5mMoveBps median over a day of how far price goes in five minutes, 0 if not known
     */
    public static Approach of(Way way, double price1mAgo, double price5mAgo, double usual5mMoveBps) {
        double speed = way.sign() * (way.mid() - price5mAgo) / price5mAgo * 1e4 / 5;
        double late = way.sign() * (way.mid() - price1mAgo) / price1mAgo * 1e4;
        boolean comes = speed > 0 && way.distanceBps() > 0;
        return new Approach(
                speed,
                late - speed,
                comes ? OptionalDouble.of(way.distanceBps() / speed) : OptionalDouble.empty(),
                usual5mMoveBps > 0 && speed >= FAST_TIMES * usual5mMoveBps / 5);
    }
}
