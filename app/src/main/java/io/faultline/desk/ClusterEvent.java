package io.faultline.desk;

import io.faultline.liquidation.cluster.Changes;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackEvent;

/**
 * Something that happened in a cluster's life.
 *
 * @param track as it was then; of one that died, as last seen
 * @param millis event time, since 1970
 */
public record ClusterEvent(TrackEvent.Kind kind, Track track, long millis) {
    boolean explains(Changes.Kind change) {
        return switch (change) {
            case BORN -> kind == TrackEvent.Kind.BORN;
            case DISSOLVED -> kind == TrackEvent.Kind.DIED;
            case MIGRATED -> kind == TrackEvent.Kind.MIGRATED;
            case GROWN, SHRUNK -> false;
        };
    }
}
