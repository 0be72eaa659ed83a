package io.faultline.liquidation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PeaksTest {
    @Test
    void agreesWithAFallingLevelOnRandomCurves() {
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] curve = new double[1 + random.nextInt(60)];
            int heights = 2 + random.nextInt(12);
            Arrays.setAll(curve, i -> random.nextInt(heights));
            assertThat(Peaks.of(curve)).as("seed " + seed).isEqualTo(byFallingLevel(curve));
        }
    }

    /** The definition, spelt out: components merge as the level falls, and the lower peak dies. */
    private static List<Peak> byFallingLevel(double[] curve) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < curve.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -curve[i]).thenComparingInt(i -> i));
        int[] peakOf = new int[curve.length];
        Arrays.fill(peakOf, -1);
        List<Peak> peaks = new ArrayList<>();
        for (int i : order) {
            if (curve[i] <= 0) {
                break;
            }
            int left = i > 0 ? peakOf[i - 1] : -1;
            int right = i + 1 < curve.length ? peakOf[i + 1] : -1;
            peakOf[i] = left < 0 && right < 0 ? i : left < 0 ? right : left;
            if (left >= 0 && right >= 0) {
                boolean leftWins = curve[left] > curve[right] || (curve[left] == curve[right] && left < right);
                int survivor = leftWins ? left : right;
                int dead = leftWins ? right : left;
                peaks.add(new Peak(dead, curve[dead] - curve[i]));
                for (int j = 0; j < peakOf.length; j++) {
                    peakOf[j] = peakOf[j] == dead ? survivor : peakOf[j];
                }
                peakOf[i] = survivor;
            }
        }
        Arrays.stream(peakOf)
                .filter(peak -> peak >= 0)
                .distinct()
                .forEach(peak -> peaks.add(new Peak(peak, curve[peak])));
        peaks.sort(Comparator.comparingInt(Peak::index));
        return peaks;
    }
}
