package io.faultline.alarm;

/**
 * Where a cluster alarm's stages lie; all but the count are fractions of price.
 *
 * @param perimeter distance to the near edge that is near; 0.001 to 0.1
 * @param rearmTimes distance in perimeters at which it is far again; 1.05 to 3
 * @param exit way back out of the near edge that is a rejection; 0 to 0.02
 * @param confirm way beyond the far edge that is through; 0 to 0.02
 * @param confirmSamples samples in a row that must be through; 1 to 10
 * @param nextGap widest way from near edge to the next near edge that is a cascade; 0.001 to 0.1
 */
public record ClusterAlarmRule(
        double perimeter, double rearmTimes, double exit, double confirm, int confirmSamples, double nextGap) {
    /** 2 %, 1.25 times, 0.15 %, 0.05 %, twice, 3 %. */
    public static final ClusterAlarmRule DEFAULT = new ClusterAlarmRule(0.02, 1.25, 0.0015, 0.0005, 2, 0.03);

    public ClusterAlarmRule {
        require(perimeter >= 0.001 && perimeter <= 0.1, "perimeter", perimeter);
        require(rearmTimes >= 1.05 && rearmTimes <= 3, "re-arm", rearmTimes);
        require(exit >= 0 && exit <= 0.02 && exit < perimeter, "exit", exit);
        require(confirm >= 0 && confirm <= 0.02, "confirmation", confirm);
        require(confirmSamples >= 1 && confirmSamples <= 10, "samples to confirm", confirmSamples);
        require(nextGap >= 0.001 && nextGap <= 0.1, "gap to the next", nextGap);
    }

    /** The same with another perimeter. */
    public ClusterAlarmRule withPerimeter(double other) {
        return new ClusterAlarmRule(other, rearmTimes, exit, confirm, confirmSamples, nextGap);
    }

    double rearm() {
        return perimeter * rearmTimes;
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range: " + value);
        }
    }
}
