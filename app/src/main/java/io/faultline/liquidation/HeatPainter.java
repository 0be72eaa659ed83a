package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Paints columns of a choice of tiers from running grids. What price sweeps while a column lasts keeps its value from
 * before in that column. Used by the thread that steps the grids.
 */
final class HeatPainter {
    private static final int[] BAND_OF_TIER = Arrays.stream(Tier.values())
            .mapToInt(tier -> List.of(Tier.Band.values()).indexOf(tier.band()))
            .toArray();

    private final boolean[] chosen = new boolean[Tier.COUNT];
    private final double[] sums = new double[Bins.COUNT];
    private final double[] sweptLongs = new double[Bins.COUNT];
    private final double[] sweptShorts = new double[Bins.COUNT];
    private final double[][] byBand = new double[Tier.Band.values().length][Bins.COUNT];
    private final double[][] sweptByBand = new double[Tier.Band.values().length][Bins.COUNT];
    private final double[] row = new double[Bins.COUNT];
    private int sweptBase;

    HeatPainter(Set<Tier> tiers) {
        for (Tier tier : tiers) {
            chosen[tier.index()] = true;
        }
    }

    /** A grid that is painted, and what its masses are multiplied by. */
    static final class Source {
        private final VenueGrid grid;
        private double longFactor = 1;
        private double shortFactor = 1;

        Source(VenueGrid grid) {
            this.grid = grid;
        }

        VenueGrid grid() {
            return grid;
        }

        void multiplyBy(double ofLongs, double ofShorts) {
            longFactor = ofLongs;
            shortFactor = ofShorts;
        }

        double factor(PositionSide side) {
            return side == PositionSide.LONG ? longFactor : shortFactor;
        }
    }

    /** Listens to the sweeps of a grid from now on. */
    void watch(Source source) {
        source.grid().onSweep((side, tier, bin, usd) -> {
            int i = bin - sweptBase;
            if (chosen[tier] && i >= 0 && i < Bins.COUNT) {
                double counted = usd * source.factor(side);
                (side == PositionSide.LONG ? sweptLongs : sweptShorts)[i] += counted;
                sweptByBand[BAND_OF_TIER[tier]][i] += counted;
            }
        });
    }

    /** Forgets what was swept so far: the next column begins now. */
    void begin(List<Source> sources) {
        Arrays.fill(sweptLongs, 0);
        Arrays.fill(sweptShorts, 0);
        for (double[] swept : sweptByBand) {
            Arrays.fill(swept, 0);
        }
        sweptBase = baseOf(sources);
    }

    private static int baseOf(List<Source> sources) {
        return Bins.of(sources.get(0).grid().mark()) - Bins.COUNT / 2;
    }

    /** @param sources at least one */
    HeatColumn paint(List<Source> sources, long startMillis, long endMillis) {
        int base = baseOf(sources);
        for (double[] band : byBand) {
            Arrays.fill(band, 0);
        }
        byte[] longs = side(sources, PositionSide.LONG, base);
        byte[] shorts = side(sources, PositionSide.SHORT, base);
        return new HeatColumn(startMillis, endMillis, base, longs, shorts, bands(base - sweptBase));
    }

    private byte[] side(List<Source> sources, PositionSide side, int base) {
        Arrays.fill(sums, 0);
        for (Tier tier : Tier.values()) {
            if (chosen[tier.index()]) {
                add(sources, side, tier, base);
            }
        }
        double[] swept = side == PositionSide.LONG ? sweptLongs : sweptShorts;
        int move = base - sweptBase;
        byte[] painted = new byte[Bins.COUNT];
        for (int i = 0; i < painted.length; i++) {
            painted[i] = Companding.of(Math.max(sums[i], at(swept, i + move)));
        }
        return painted;
    }

    private void add(List<Source> sources, PositionSide side, Tier tier, int base) {
        Arrays.fill(row, 0);
        for (Source source : sources) {
            source.grid().cells().addRowTo(row, base, MassCells.row(side, tier), source.factor(side));
        }
        double[] band = byBand[BAND_OF_TIER[tier.index()]];
        for (int i = 0; i < row.length; i++) {
            sums[i] += row[i];
            band[i] += row[i];
        }
    }

    /** The largest band of each bin, from 1; of equal ones the lower leverage. */
    private byte[] bands(int move) {
        byte[] largest = new byte[Bins.COUNT];
        for (int i = 0; i < largest.length; i++) {
            double most = 0;
            for (int band = 0; band < byBand.length; band++) {
                double usd = Math.max(byBand[band][i], at(sweptByBand[band], i + move));
                if (usd > most) {
                    most = usd;
                    largest[i] = (byte) (band + 1);
                }
            }
        }
        return largest;
    }

    private static double at(double[] values, int i) {
        return i >= 0 && i < values.length ? values[i] : 0;
    }
}
