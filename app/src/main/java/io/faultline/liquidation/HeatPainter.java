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
    private final boolean[] chosen = new boolean[Tier.COUNT];
    private final double[] sums = new double[Bins.COUNT];
    private final double[] sweptLongs = new double[Bins.COUNT];
    private final double[] sweptShorts = new double[Bins.COUNT];
    private int sweptBase;

    HeatPainter(Set<Tier> tiers) {
        for (Tier tier : tiers) {
            chosen[tier.index()] = true;
        }
    }

    /** A grid that is painted, and what its masses are multiplied by. */
    record Source(VenueGrid grid, double longFactor, double shortFactor) {}

    /** Listens to the sweeps of a grid from now on. */
    void watch(Source source) {
        source.grid().onSweep((side, tier, bin, usd) -> {
            int i = bin - sweptBase;
            if (chosen[tier] && i >= 0 && i < Bins.COUNT) {
                if (side == PositionSide.LONG) {
                    sweptLongs[i] += usd * source.longFactor();
                } else {
                    sweptShorts[i] += usd * source.shortFactor();
                }
            }
        });
    }

    /** Forgets what was swept so far: the next column begins now. */
    void begin(List<Source> sources) {
        Arrays.fill(sweptLongs, 0);
        Arrays.fill(sweptShorts, 0);
        sweptBase = baseOf(sources);
    }

    private static int baseOf(List<Source> sources) {
        return Bins.of(sources.get(0).grid().mark()) - Bins.COUNT / 2;
    }

    /** @param sources at least one */
    HeatColumn paint(List<Source> sources, long startMillis, long endMillis) {
        int base = baseOf(sources);
        return new HeatColumn(
                startMillis,
                endMillis,
                base,
                side(sources, PositionSide.LONG, base),
                side(sources, PositionSide.SHORT, base));
    }

    private byte[] side(List<Source> sources, PositionSide side, int base) {
        Arrays.fill(sums, 0);
        for (Source source : sources) {
            double factor = side == PositionSide.LONG ? source.longFactor() : source.shortFactor();
            for (Tier tier : Tier.values()) {
                if (chosen[tier.index()]) {
                    source.grid().cells().addRowTo(sums, base, MassCells.row(side, tier), factor);
                }
            }
        }
        double[] swept = side == PositionSide.LONG ? sweptLongs : sweptShorts;
        int move = base - sweptBase;
        byte[] painted = new byte[Bins.COUNT];
        for (int i = 0; i < painted.length; i++) {
            int j = i + move;
            double before = j >= 0 && j < Bins.COUNT ? swept[j] : 0;
            painted[i] = Companding.of(Math.max(sums[i], before));
        }
        return painted;
    }
}
