package io.faultline.desk;

import io.faultline.signal.VolatilityRegime;
import java.util.Arrays;

/**
 * How wild price is against its own week, and how far it usually goes in five minutes. Where bars are longer than five
 * minutes, their squares count for as many. NaN and unknown until enough is known.
 *
 * @param realised standard deviation of 5-minute returns over the last 4 h
 * @param week median of the same over the 4 h stretches of seven days
 * @param usual5mMoveBps median over a day of how far price goes in five minutes, 0 if not known
 */
record Volatility(double realised, double week, double usual5mMoveBps) {
    static final long CELL = 5 * 60_000L;
    private static final long HOUR = 3_600_000L;
    private static final long STRETCH = 4 * HOUR;
    private static final int STRETCHES = 42;
    private static final int LEAST_STRETCHES = 12;
    private static final int LEAST_MOVES = 48;
    private static final double LEAST_KNOWN = 0.75;

    /** @param cells of five minutes, seven days */
    static Volatility of(Resampled cells, long nowMillis) {
        double[] squares = new double[STRETCHES];
        double[] lengths = new double[STRETCHES];
        for (int i = 1; i < cells.count(); i++) {
            long ago = nowMillis - cells.endMillis(i);
            int stretch = (int) (ago / STRETCH);
            if (ago >= 0 && stretch < STRETCHES) {
                double move = StrictMath.log(cells.close(i) / cells.close(i - 1));
                squares[stretch] += move * move;
                lengths[stretch] += (double) (cells.endMillis(i) - cells.endMillis(i - 1)) / CELL;
            }
        }
        double[] week = new double[STRETCHES];
        int known = 0;
        for (int i = 0; i < STRETCHES; i++) {
            double realised = realised(squares[i], lengths[i]);
            if (!Double.isNaN(realised)) {
                week[known++] = realised;
            }
        }
        Arrays.sort(week, 0, known);
        double median = known < LEAST_STRETCHES ? Double.NaN : (week[(known - 1) / 2] + week[known / 2]) / 2;
        return new Volatility(realised(squares[0], lengths[0]), median, usualMove(cells, nowMillis - 24 * HOUR));
    }

    private static double realised(double squares, double lengths) {
        boolean enough = lengths >= LEAST_KNOWN * STRETCH / CELL;
        return enough ? Math.sqrt(squares / lengths) : Double.NaN;
    }

    private static double usualMove(Resampled cells, long from) {
        double[] moves = new double[cells.count()];
        int count = 0;
        for (int i = 1; i < cells.count(); i++) {
            if (cells.endMillis(i - 1) >= from && cells.endMillis(i) - cells.endMillis(i - 1) == CELL) {
                moves[count++] = Math.abs(cells.close(i) / cells.close(i - 1) - 1) * 1e4;
            }
        }
        Arrays.sort(moves, 0, count);
        return count < LEAST_MOVES ? 0 : (moves[(count - 1) / 2] + moves[count / 2]) / 2;
    }

    VolatilityRegime regime() {
        return Double.isNaN(realised) || Double.isNaN(week)
                ? VolatilityRegime.UNKNOWN
                : VolatilityRegime.of(realised, week);
    }
}
