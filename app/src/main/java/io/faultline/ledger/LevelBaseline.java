package io.faultline.ledger;

import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.DistanceProfile;
import java.util.Comparator;
import java.util.List;

/**
 * How often price touches levels that nobody had a reason to name, model 20: at any distance on either side (which on
 * average is what a random side gives), and at the high or low of the day before. Only moments within half a day count:
 * clusters are named more often in one kind of market than in another, and wild hours touch more of everything.
 */
final class LevelBaseline {
    private static final long AROUND_MILLIS = 12 * 3_600_000L;

    private final List<LevelSample> samples;

    LevelBaseline(List<LevelSample> samples) {
        this.samples = samples.stream()
                .sorted(Comparator.comparingLong(LevelSample::atMillis))
                .toList();
    }

    private List<LevelSample> around(long millis) {
        return samples.subList(firstFrom(millis - AROUND_MILLIS), firstFrom(millis + AROUND_MILLIS + 1));
    }

    /** The first sample at or after a time. */
    private int firstFrom(long millis) {
        int from = 0;
        int until = samples.size();
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (samples.get(middle).atMillis() < millis) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from;
    }

    /** Share of levels at that distance, a fraction of price, that are touched; NaN without samples around that time. */
    double touched(long millis, double distance, Horizon horizon) {
        int hits = 0;
        List<LevelSample> near = around(millis);
        for (LevelSample sample : near) {
            hits += sample.up(horizon) >= distance ? 1 : 0;
            hits += sample.down(horizon) >= distance ? 1 : 0;
        }
        return hits / (2.0 * near.size());
    }

    /**
     * How often the high of the day before was touched, or the low for longs, when it lay in that band.
     *
     * @param distances by which distances are sorted into bands
     */
    Proportion recentRange(
            long millis, PositionSide side, DistanceBand band, DistanceProfile distances, Horizon horizon) {
        int trials = 0;
        int hits = 0;
        for (LevelSample sample : around(millis)) {
            double way = side == PositionSide.LONG
                    ? 1 - sample.dayLow() / sample.mark()
                    : sample.dayHigh() / sample.mark() - 1;
            // At 0 or less the mark is at the edge of the range already: no level ahead of it.
            if (way > 0 && distances.band(way) == band) {
                trials++;
                double went = side == PositionSide.LONG ? sample.down(horizon) : sample.up(horizon);
                hits += went >= way ? 1 : 0;
            }
        }
        return new Proportion(hits, trials);
    }
}
