package io.faultline.desk;

import java.util.List;

/**
 * Everything the panels show of one symbol at one moment. Immutable; the logs in {@link History} grow behind it and may
 * be read at any time from any thread.
 *
 * @param symbol canonical, such as {@code BTCUSDT}
 * @param timeNanos receive time of the newest event in it, nanoseconds since 1970; 0 before the first
 * @param venues in the order of {@link io.faultline.market.Venue}
 */
public record DeskView(String symbol, long timeNanos, List<VenueView> venues, History history) {
    public DeskView {
        venues = List.copyOf(venues);
    }
}
