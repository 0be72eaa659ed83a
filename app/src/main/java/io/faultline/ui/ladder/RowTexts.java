package io.faultline.ui.ladder;

import io.faultline.market.Decimals;
import io.faultline.ui.text.Numbers;
import java.util.Arrays;

/** The words of the rows, kept from frame to frame: only a figure that changed is written anew. JavaFX thread only. */
final class RowTexts {
    /** A column of USD figures. */
    static final class Column {
        private double[] values = new double[0];
        private boolean[] exact = new boolean[0];
        private String[] texts = new String[0];

        String usd(int i, double value) {
            return usd(i, value, true);
        }

        /** A figure, a lower bound or {@code ?}: see {@link Seen}. */
        String usd(int i, double value, boolean all) {
            if (i >= values.length) {
                values = Arrays.copyOf(values, i + 32);
                exact = Arrays.copyOf(exact, i + 32);
                texts = Arrays.copyOf(texts, i + 32);
            }
            // The same bits are the same figure; NaN too.
            boolean same = exact[i] == all && Double.doubleToLongBits(values[i]) == Double.doubleToLongBits(value);
            if (texts[i] == null || !same) {
                values[i] = value;
                exact[i] = all;
                texts[i] = new Seen(value, all).text();
            }
            return texts[i];
        }
    }

    final Column risk = new Column();
    final Column bid = new Column();
    final Column ask = new Column();
    final Column cumulative = new Column();
    final Column bought = new Column();
    final Column sold = new Column();
    private String[] prices = new String[0];
    private long low;
    private double grouping = Double.NaN;

    /** The label of row {@code i} of an axis whose lowest row is that; empty below price 0. */
    String price(int i, long lowRow, double rowGrouping, int count) {
        if (lowRow != low || Double.compare(rowGrouping, grouping) != 0 || prices.length < count) {
            low = lowRow;
            grouping = rowGrouping;
            prices = new String[count];
            int decimals = decimals(rowGrouping);
            for (int k = 0; k < count; k++) {
                prices[k] = lowRow + k < 0 ? "" : Numbers.price((lowRow + k) * rowGrouping, decimals);
            }
        }
        return prices[i];
    }

    /** How many decimals a multiple of that width needs. */
    static int decimals(double width) {
        for (int decimals = 0; decimals < Decimals.MAX_SCALE; decimals++) {
            double scaled = width * Decimals.power(decimals);
            if (scaled > 0.5 && Math.abs(scaled - Math.rint(scaled)) < 1e-6 * scaled) {
                return decimals;
            }
        }
        return Decimals.MAX_SCALE;
    }
}
