package io.faultline.ledger;

import java.util.ArrayList;
import java.util.List;

/** Predictions against what came, grouped by the size of the prediction, model 8.1. */
public final class Reliability {
    private static final double[] EDGES_USD = {0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e12};

    private Reliability() {}

    /**
     * Intervals whose prediction was from {@code lowUsd} to below {@code highUsd}.
     *
     * @param predictedUsd their sum
     * @param actualUsd their sum
     */
    public record Row(double lowUsd, double highUsd, int count, double predictedUsd, double actualUsd) {
        /** What came for each dollar that was predicted; NaN if none was. */
        public double ratio() {
            return predictedUsd > 0 ? actualUsd / predictedUsd : Double.NaN;
        }
    }

    public static List<Row> rows(double[] predictedUsd, double[] actualUsd) {
        List<Row> rows = new ArrayList<>();
        for (int edge = 0; edge + 1 < EDGES_USD.length; edge++) {
            int count = 0;
            double predicted = 0;
            double actual = 0;
            for (int i = 0; i < predictedUsd.length; i++) {
                if (predictedUsd[i] >= EDGES_USD[edge] && predictedUsd[i] < EDGES_USD[edge + 1]) {
                    count++;
                    predicted += predictedUsd[i];
                    actual += actualUsd[i];
                }
            }
            rows.add(new Row(EDGES_USD[edge], EDGES_USD[edge + 1], count, predicted, actual));
        }
        return rows;
    }

    /** How many of the values lie inside their band. */
    public static Proportion coverage(double[] low, double[] high, double[] actual) {
        int inside = 0;
        for (int i = 0; i < actual.length; i++) {
            if (low[i] <= actual[i] && actual[i] <= high[i]) {
                inside++;
            }
        }
        return new Proportion(inside, actual.length);
    }
}
