package io.faultline.signal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows the walls of one side of one book: which hold, which refill, which are pulled as price comes. One thread. */
public final class WallTracker {
    private final WallRule rule;
    private final TreeMap<Integer, WatchedWall> watched = new TreeMap<>();

    public WallTracker(WallRule rule) {
        this.rule = rule;
    }

    /**
     * Takes the side as it is now, of a book that is in step; several times a second, or a refill may pass unseen.
     *
     * @param millis exchange time since 1970
     * @param traded what was traded against this side since the last call
     * @param openInterestUsd of the market
     * @return what the walls did, by price
     */
    public List<WallEvent> observe(long millis, double mid, SideBins depth, SideBins traded, double openInterestUsd) {
        List<WallEvent> events = new ArrayList<>();
        for (Iterator<Map.Entry<Integer, WatchedWall>> walls =
                        watched.entrySet().iterator();
                walls.hasNext(); ) {
            Map.Entry<Integer, WatchedWall> wall = walls.next();
            if (!depth.sees(wall.getKey())) {
                walls.remove(); // the book no longer reaches so far, and what becomes of it nobody sees
                continue;
            }
            WallEvent event =
                    wall.getValue().observe(millis, mid, depth.usdAt(wall.getKey()), traded.usdAt(wall.getKey()));
            if (event != null) {
                events.add(event);
            }
            if (wall.getValue().over()) {
                walls.remove();
            }
        }
        for (Wall wall : rule.find(depth, mid, openInterestUsd)) {
            watched.computeIfAbsent(wall.bin(), bin -> new WatchedWall(wall, millis));
        }
        return events;
    }

    /** The walls that stand, ascending by price. */
    public List<StandingWall> standing() {
        return watched.values().stream()
                .filter(WatchedWall::stands)
                .map(WatchedWall::standing)
                .toList();
    }

    /** Forgets everything: the book was lost, and what happened meanwhile nobody saw. */
    public void forget() {
        watched.clear();
    }
}
