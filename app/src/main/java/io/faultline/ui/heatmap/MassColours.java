package io.faultline.ui.heatmap;

import io.faultline.liquidation.Companding;
import io.faultline.ui.panel.HeatType;
import java.util.List;

/** The colour of what a column holds in a bin, by the bytes that it holds: one look-up for nearly every cell. */
final class MassColours {
    private static final int BYTES = 256;

    private HeatType type = HeatType.CUMULATIVE;
    private Handles handles = new Handles(1, 2);
    private double factor = 1;
    private List<HeatScale> scales = List.of();
    private int[][] tables = new int[0][];

    /**
     * @param scaleList one; for tiers one a band, for delta that of more shorts and that of more longs
     * @param times what the columns' values are multiplied by to be what is shown
     */
    void use(HeatType shown, List<HeatScale> scaleList, Handles ends, double times) {
        type = shown;
        handles = ends;
        factor = times;
        scales = scaleList;
        tables = new int[scaleList.size()][BYTES];
        for (int table = 0; table < tables.length; table++) {
            for (int painted = 0; painted < BYTES; painted++) {
                tables[table][painted] = colour(Companding.usd((byte) painted), table);
            }
        }
    }

    private int colour(double usd, int table) {
        double place = handles.place(usd * factor);
        return place < 0 ? 0 : scales.get(table).colour(place);
    }

    /**
     * Opaque ARGB, or 0 for nothing.
     *
     * @param longs the painted byte of longs, 0 to 255
     * @param shorts that of shorts
     * @param band the largest, from 1; 0 for none
     */
    int argb(int longs, int shorts, int band) {
        if (type == HeatType.DELTA) {
            int table = shorts >= longs ? 0 : 1;
            return longs == 0 || shorts == 0
                    ? tables[table][Math.max(longs, shorts)]
                    : colour(Math.abs(usd(shorts) - usd(longs)), table);
        }
        int table = type == HeatType.TIERS ? Math.max(0, band - 1) : 0;
        return longs == 0 || shorts == 0
                ? tables[table][Math.max(longs, shorts)]
                : colour(usd(longs) + usd(shorts), table);
    }

    private static double usd(int painted) {
        return Companding.usd((byte) painted);
    }
}
