package io.faultline.liquidation.cluster;

import java.util.List;

/**
 * All that a tracker knows, for the store: names must survive a restart, or alarms would follow strangers.
 *
 * @param nextId of the next candidate
 * @param nextLong number of the next long cluster's name
 * @param nextShort number of the next short cluster's name
 */
public record TrackerState(int nextId, int nextLong, int nextShort, List<Track> tracks) {
    /** Nothing seen yet. */
    public static final TrackerState EMPTY = new TrackerState(1, 1, 1, List.of());

    public TrackerState {
        tracks = List.copyOf(tracks);
    }
}
