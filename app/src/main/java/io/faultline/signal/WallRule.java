package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.ArrayList;
import java.util.List;

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
        double median = side.median(Bins.of(mid * (1 - NEAR)), Bins.of(mid * (1 + NEAR)));
        if (median <= 0) {
            return List.of();
        }
        double least = Math.max(timesMedian * median, leastOpenInterestShare * openInterestUsd);
        List<Wall> walls = new ArrayList<>();
        for (int bin = side.firstBin(); bin <= side.lastBin(); bin++) {
            if (side.usdAt(bin) >= least && side.sees(bin)) {
                walls.add(new Wall(bin, side.usdAt(bin)));
            }
        }
        return walls;
    }
}
