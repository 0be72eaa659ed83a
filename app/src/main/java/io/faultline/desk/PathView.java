package io.faultline.desk;

import io.faultline.market.Venue;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathState;
import io.faultline.signal.PathVerdict;
import java.util.List;

/**
 * What stands between price and a cluster.
 *
 * @param overall over the venues whose books show enough of the way
 * @param venues each by its own book; one whose book is not in step sees nothing, which is not thin
 * @param blind venues that hold some of the cluster and whose book is not in step
 * @param restedShare of the depth before the near edge, what has rested for a minute; NaN before that was watched
 * @param flickering whether less than half of it has
 * @param wallsAtEdge how many walls stand within 25 bp before the near edge
 * @param stacked whether these are two or more
 */
public record PathView(
        PathReading overall,
        List<PathVerdict.OfVenue> venues,
        List<Venue> blind,
        double restedShare,
        boolean flickering,
        int wallsAtEdge,
        boolean stacked) {
    /** Nothing is seen. */
    public static final PathView UNKNOWN = new PathView(
            new PathReading(PathState.UNKNOWN, Double.NaN, 0, 0, null, null, 0, null),
            List.of(),
            List.of(),
            Double.NaN,
            false,
            0,
            false);

    public PathView {
        venues = List.copyOf(venues);
        blind = List.copyOf(blind);
    }

    public PathState state() {
        return overall.state();
    }

    /** A hollow path and a wall that may catch the fall behind the cluster. */
    public boolean caughtBehind() {
        return overall.caughtBehind();
    }
}
