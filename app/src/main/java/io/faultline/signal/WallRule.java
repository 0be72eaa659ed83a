package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.List;
import java.util.Map;

/**
 * What counts as a wall.
 *
 * @param timesMedian least size over the median of the side's bins near price; 2 to 20
 * @param leastOpenInterestShare least size as a share of open interest in USD; 0 to 0.01
 */
public record WallRule(double timesMedian, double leastOpenInterestShare) {
    /** Four times, 0.02 %. */
    public static final WallRule DEFAULT = new WallRule(4, 0.0002);

    private static final double NEAR = 0.01;

    public WallRule {
        if (!(timesMedian >= 2 && timesMedian <= 20)
                || !(leastOpenInterestShare >= 0 && leastOpenInterestShare <= 0.01)) {
            throw new IllegalArgumentException(
                    "walls of " + timesMedian + " medians and " + leastOpenInterestShare + " of open interest");
        }
    }

    /** The walls of one side, ascending by price; the median is of the bins within 1 % of mid that are not empty. */
    public List<Wall> find(SideBins side, double mid, double openInterestUsd) {
        double median = median(side.between(Bins.of(mid * (1 - NEAR)), Bins.of(mid * (1 + NEAR))));
        double least = Math.max(timesMedian * median, leastOpenInterestShare * openInterestUsd);
        return median <= 0
                ? List.of()
                : side.all().entrySet().stream()
                        .filter(bin -> bin.getValue() >= least)
                        .map(bin -> new Wall(bin.getKey(), bin.getValue()))
                        .toList();
    }

    private static double median(Map<Integer, Double> bins) {
        double[] usd =
                bins.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (usd.length == 0) {
            return 0;
        }
        return (usd[(usd.length - 1) / 2] + usd[usd.length / 2]) / 2;
    }
}
