package io.faultline.backfill;

import io.faultline.feed.RestAnswer;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.function.Consumer;

/** Where requests go: a venue's feed, within its budget and its pauses. */
@FunctionalInterface
public interface Requests {
    /** Does not wait; an answer comes on another thread, or, if the feed is closed, never. */
    void get(RestRequest request, Consumer<RestAnswer> then);
}
