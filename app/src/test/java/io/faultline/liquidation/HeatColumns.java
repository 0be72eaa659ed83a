package io.faultline.liquidation;

import java.util.List;
import java.util.Map;

/** Columns of a heatmap made by hand, for tests of what draws them. */
public final class HeatColumns {
    private HeatColumns() {}

    /**
     * A column around a bin.
     *
     * @param longs USD of longs by absolute bin
     * @param shorts the same of shorts
     * @param band that holds most of every bin that holds anything
     */
    public static HeatColumn column(
            long startMillis,
            long endMillis,
            int middle,
            Map<Integer, Double> longs,
            Map<Integer, Double> shorts,
            Tier.Band band) {
        int base = middle - Bins.COUNT / 2;
        byte[] bands = new byte[Bins.COUNT];
        byte[] ofLongs = painted(base, longs, bands, band);
        byte[] ofShorts = painted(base, shorts, bands, band);
        return new HeatColumn(startMillis, endMillis, base, ofLongs, ofShorts, bands);
    }

    private static byte[] painted(int base, Map<Integer, Double> usd, byte[] bands, Tier.Band band) {
        byte[] painted = new byte[Bins.COUNT];
        usd.forEach((bin, value) -> {
            painted[bin - base] = Companding.of(value);
            bands[bin - base] = (byte) (List.of(Tier.Band.values()).indexOf(band) + 1);
        });
        return painted;
    }
}
