package io.faultline.signal;

import java.util.List;

/** Walls that stand together just before a cluster. */
public final class FrontWalls {
    private static final int STACKED = 2;

    private FrontWalls() {}

    /** How many walls stand between mid and the near edge, within the front of the rule. */
    public static int count(Way way, List<Wall> walls, PathRule rule) {
        double before = way.near() * (1 - way.sign() * rule.frontBps() * 1e-4);
        double low = Math.min(before, way.near());
        double high = Math.max(before, way.near());
        return (int) walls.stream()
                .filter(wall -> wall.price() >= low && wall.price() <= high)
                .count();
    }

    /** Two or more: orders stack at the edge. */
    public static boolean stacked(Way way, List<Wall> walls, PathRule rule) {
        return count(way, walls, rule) >= STACKED;
    }
}
