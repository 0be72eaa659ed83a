package io.faultline.venue;

import io.faultline.market.HistoryRow;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.List;
import java.util.Optional;

/**
 * An answer about the past.
 *
 * @param rows oldest first
 * @param older the request for what is older within the query; empty if this was all
 */
public record HistoryPage(List<HistoryRow> rows, Optional<RestRequest> older) {
    public HistoryPage {
        rows = List.copyOf(rows);
    }
}
