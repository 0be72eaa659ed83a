package io.faultline.ui.alarms.chart;

import io.faultline.alarm.Signal;

/**
 * Where something fired.
 *
 * @param number of the log's line
 * @param millis by the venue's clock, since 1970
 * @param price mark at that moment, USD
 * @param calling whether the user has not acknowledged it
 */
public record FiredMark(long number, Signal signal, long millis, double price, boolean calling) {
    /** 1 to 3 where it is a stage of a cluster's alarm; 0 for all else. */
    public int stage() {
        return switch (signal) {
            case PERIMETER -> 1;
            case ENTRY -> 2;
            case CASCADE -> 3;
            case SWEPT,
                    REJECTED,
                    REARMED,
                    WITHDRAWN,
                    DISSOLVED,
                    PRICE_REACHED,
                    SIZE_REACHED,
                    CLUSTER_BORN,
                    CLUSTER_GROWS,
                    CLUSTER_NEAR -> 0;
        };
    }
}
