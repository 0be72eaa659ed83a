package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import java.util.Arrays;

/**
 * Which side newcomers take: with the slow momentum of the return of one hour, and a mood (model 24.2).
 *
 * <p>Left open by the model: how slow the momentum is, and that the mood lasts. One drawn anew for each trader would
 * cancel out.
 */
final class Sentiment {
    private static final int HOUR = 60;
    private static final long MINUTE_MILLIS = 60_000;
    private static final double MOMENTUM = 60;
    private static final double MOMENTUM_KEPT = 1 - 1.0 / 60;
    private static final double MOOD = .25;
    private static final double MOOD_KEPT = 1 - 1.0 / 120;

    private final double[] prices = new double[HOUR];
    private final Chance chance;
    private int next;
    private double momentum;
    private double mood;

    Sentiment(double price, Chance chance) {
        this.chance = chance;
        Arrays.fill(prices, price);
    }

    void step(long millis, long stepMillis, double price) {
        if (millis / MINUTE_MILLIS == (millis - stepMillis) / MINUTE_MILLIS) {
            return;
        }
        double hourly = price / prices[next] - 1;
        prices[next] = price;
        next = (next + 1) % HOUR;
        momentum = MOMENTUM_KEPT * momentum + (1 - MOMENTUM_KEPT) * hourly;
        mood = MOOD_KEPT * mood + MOOD * Math.sqrt(1 - MOOD_KEPT * MOOD_KEPT) * chance.gaussian();
    }

    PositionSide side() {
        double probability = 1 / (1 + StrictMath.exp(-MOMENTUM * momentum - mood));
        return chance.happens(probability) ? PositionSide.LONG : PositionSide.SHORT;
    }
}
