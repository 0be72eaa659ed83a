package io.faultline.alarm;

import java.util.HashSet;
import java.util.Set;

/**
 * Takes the sound from what only looks like news: what clusters do when a grid is first known or made anew, and what held
 * already when an alarm was armed.
 */
final class Settling {
    /** The look that found them otherwise, until the next one. */
    private static final int SIGHTINGS = 2;

    private final Set<Long> armed = new HashSet<>();
    private final Set<Long> back = new HashSet<>();
    private int left = SIGHTINGS;

    void sighted(boolean known) {
        left = known ? Math.max(0, left - 1) : SIGHTINGS;
    }

    /** The next look finds them otherwise, and no price has made them so. */
    void unsettle() {
        left = SIGHTINGS;
    }

    void arm(long id) {
        armed.add(id);
    }

    void bringBack(long id) {
        back.add(id);
    }

    /** Alarms that have not seen a live mark yet. */
    Set<Long> armed() {
        return armed;
    }

    /** A live mark was seen by all. */
    void observed() {
        armed.clear();
        back.clear();
    }

    Firing judge(Firing firing) {
        if (armed.contains(firing.alarm().id())) {
            return as(firing, Freshness.ALREADY);
        }
        boolean quiet = back.contains(firing.alarm().id()) || (left > 0 && isOfClusters(firing));
        return quiet && firing.freshness() == Freshness.FRESH ? as(firing, Freshness.AFTER_GAP) : firing;
    }

    private static boolean isOfClusters(Firing firing) {
        return switch (firing.signal()) {
            case CLUSTER_BORN, CLUSTER_GROWS, CLUSTER_NEAR, WITHDRAWN, DISSOLVED -> true;
            default -> firing.cause() != StageEvent.Cause.PRICE;
        };
    }

    private static Firing as(Firing firing, Freshness freshness) {
        return new Firing(
                firing.alarm(),
                firing.signal(),
                firing.cause(),
                firing.exchangeMillis(),
                firing.receivedMillis(),
                firing.price(),
                firing.cluster(),
                firing.usd(),
                firing.spanMillis(),
                freshness);
    }
}
