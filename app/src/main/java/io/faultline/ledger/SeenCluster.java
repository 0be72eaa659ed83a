package io.faultline.ledger;

import io.faultline.liquidation.cluster.Track;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathState;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it was seen at one moment, with what was said of it then.
 *
 * @param expected what of its mass is expected to be reported
 * @param path null if nobody looked
 * @param card null if none was made
 */
public record SeenCluster(
        Track track,
        ForcedVolume expected,
        @Nullable PathReading path,
        @Nullable CardLines card) {
    PathState pathState() {
        return path == null ? PathState.UNKNOWN : path.state();
    }
}
