package io.faultline.ui.ladder;

import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * What the liquidation model has at the prices of each row of the ladder, by side and by band of leverage, USD in the
 * chosen basis. A row that is finer than a bin has its share of it. The arrays are used again. JavaFX thread only.
 */
final class LadderMass {
    private final List<Color> colours = new ArrayList<>();
    private double[] longs = new double[0];
    private double[] shorts = new double[0];
    private double[][] bands = new double[0][0];
    private boolean[] covered = new boolean[0];
    private int count;
    private double largest;

    /** Sums up the rows from {@code lowRow} on, each as wide as {@code grouping}. */
    void fill(Masses masses, long lowRow, int rows, double grouping) {
        count = rows;
        if (longs.length < rows) {
            longs = new double[rows];
            shorts = new double[rows];
            covered = new boolean[rows];
        }
        colours.clear();
        bands = new double[masses.bands().size()][rows];
        Profile all = masses.profile();
        double factor = masses.factor();
        largest = 0;
        Arrays.fill(longs, 0, rows, 0);
        Arrays.fill(shorts, 0, rows, 0);
        for (int i = 0; i < rows; i++) {
            double low = (lowRow + i) * grouping;
            double high = low + grouping;
            covered[i] = masses.covers(low, high);
            if (covered[i]) {
                longs[i] = factor * all.usdBetween(PositionSide.LONG, low, high);
                shorts[i] = factor * all.usdBetween(PositionSide.SHORT, low, high);
                largest = Math.max(largest, total(i));
            }
        }
        int band = 0;
        for (Map.Entry<Tier.Band, Profile> each : masses.bands().entrySet()) {
            colours.add(TierColours.of(each.getKey()));
            for (int i = 0; i < rows; i++) {
                double low = (lowRow + i) * grouping;
                if (covered[i] && total(i) > 0) {
                    bands[band][i] = factor
                            * (each.getValue().usdBetween(PositionSide.LONG, low, low + grouping)
                                    + each.getValue().usdBetween(PositionSide.SHORT, low, low + grouping));
                }
            }
            band++;
        }
    }

    /** Whether the model knows that row; if not, its figure is unknown and not zero. */
    boolean known(int i) {
        return i >= 0 && i < count && covered[i];
    }

    double longs(int i) {
        return longs[i];
    }

    double shorts(int i) {
        return shorts[i];
    }

    double total(int i) {
        return longs[i] + shorts[i];
    }

    /** The bands that are shown, the lowest leverage first. */
    List<Color> colours() {
        return List.copyOf(colours);
    }

    double band(int band, int i) {
        return bands[band][i];
    }

    /** What the longest bar stands for. */
    double largest() {
        return largest;
    }

    /** Sum over rows, both ends included; unknown where one of them is. */
    Seen between(int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i <= Math.min(count - 1, to); i++) {
            if (!covered[i]) {
                return Seen.UNKNOWN;
            }
            sum += total(i);
        }
        return new Seen(sum, true);
    }
}
