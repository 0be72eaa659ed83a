package io.faultline.signal;

import io.faultline.market.Venue;
import java.util.List;

/**
 * The way to a cluster over several venues.
 *
 * @param overall over the venues whose books show enough of the way
 * @param venues each by its own book
 */
public record PathVerdict(PathReading overall, List<OfVenue> venues) {
    /**
     * One venue's line.
     *
     * @param estimateUsd its share of what would be forced
     * @param reachBps how far from mid its book is published
     */
    public record OfVenue(Venue venue, PathReading reading, double estimateUsd, double reachBps) {}

    public PathVerdict {
        venues = List.copyOf(venues);
    }
}
