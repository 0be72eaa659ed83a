package io.faultline.venue;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * What one venue tells of the past: what to ask, and how to read the answers. Immutable and thread-safe; it opens nothing
 * and reads no clock.
 */
public interface VenueHistory {
    /** On what terms a series can be had; empty if the venue does not tell it. */
    Optional<Terms> terms(HistoryKind kind, Timeframe timeframe);

    /** What to ask first. The query is within the {@link #terms}. */
    RestRequest request(HistoryQuery query);

    /**
     * Reads an answer. Rows outside the query's span, such as a bar that has not ended, are left out; one bad row refuses
     * the whole answer.
     */
    HistoryPage read(HistoryQuery query, RestRequest request, String body) throws MalformedException;

    /**
     * @param span longest that one query may ask for
     * @param reach how far back the venue remembers
     * @param apart shortest time between two such requests, where the venue limits them more than others; or zero
     */
    record Terms(Duration span, Duration reach, Duration apart) {
        /** So many rows a request. */
        public static Optional<Terms> ofRows(int rows, Timeframe timeframe, Duration reach) {
            return ofRows(rows, timeframe, reach, Duration.ZERO);
        }

        /** So many rows a request, and requests so far apart. */
        public static Optional<Terms> ofRows(int rows, Timeframe timeframe, Duration reach, Duration apart) {
            return Optional.of(new Terms(Duration.ofMillis(rows * timeframe.millis()), reach, apart));
        }
    }
}
