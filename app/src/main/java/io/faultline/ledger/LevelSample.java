package io.faultline.ledger;

/**
 * How far the mark went from a moment that was not chosen: by many of these it is known how often a level at any distance
 * is touched, whatever stands there, model 20 "random level". As far as it has been followed.
 *
 * @param mark at the moment
 * @param dayHigh highest mark of the day before, NaN if not known: with {@code dayLow} the baseline "recent range"
 * @param high4h highest mark within 4 h after it
 * @param high24h highest mark within 24 h after it
 */
public record LevelSample(
        long atMillis,
        double mark,
        double dayHigh,
        double dayLow,
        double high4h,
        double low4h,
        double high24h,
        double low24h)
        implements LedgerEntry {
    static LevelSample at(long millis, double mark, double dayHigh, double dayLow) {
        return new LevelSample(millis, mark, dayHigh, dayLow, mark, mark, mark, mark);
    }

    LevelSample after(MarkSpan span) {
        boolean within4h = span.millis() <= atMillis + Horizon.H4.millis();
        boolean wider = span.high() > high24h || span.low() < low24h;
        if (span.millis() > atMillis + Horizon.H24.millis() || !wider) {
            return this;
        }
        return new LevelSample(
                atMillis,
                mark,
                dayHigh,
                dayLow,
                within4h ? Math.max(high4h, span.high()) : high4h,
                within4h ? Math.min(low4h, span.low()) : low4h,
                Math.max(high24h, span.high()),
                Math.min(low24h, span.low()));
    }

    boolean isDue(long millis) {
        return millis >= atMillis + Horizon.H24.millis();
    }

    /** How far up the mark went within the horizon, a fraction of price. */
    double up(Horizon horizon) {
        return (horizon == Horizon.H4 ? high4h : high24h) / mark - 1;
    }

    /** How far down the mark went within the horizon, a fraction of price. */
    double down(Horizon horizon) {
        return 1 - (horizon == Horizon.H4 ? low4h : low24h) / mark;
    }
}
