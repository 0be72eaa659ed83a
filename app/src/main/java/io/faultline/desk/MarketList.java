package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be opened: every USDT perpetual that at least one venue lists, largest open interest first. Immutable.
 *
 * @param asOfNanos when it was put together, nanoseconds since 1970; 0 before the first list came
 * @param problems why a venue's list is missing or old, in words
 */
public record MarketList(List<Row> rows, long asOfNanos, Map<Venue, String> problems) {
    /** Nothing is known yet. */
    public static final MarketList EMPTY = new MarketList(List.of(), 0, Map.of());

    public MarketList {
        rows = List.copyOf(rows);
        problems = Map.copyOf(problems);
    }

    /**
     * One symbol over all venues that list it. What is unknown is NaN, never zero.
     *
     * @param symbol canonical, such as {@code BTCUSDT}
     * @param openInterestUsd sum over the venues that publish it
     * @param openInterestChange share by which that has changed in 24 h: 0.02 is +2 %
     * @param volumeUsd traded in 24 h, sum over venues
     * @param volumeAgainstUsual that volume over its mean of the last 7 days
     * @param fundingRate predicted for the coming settlement, as 8 hours' worth, weighted by open interest
     * @param volumeRank 1 for the largest 24 h volume
     */
    public record Row(
            String symbol,
            Set<Venue> venues,
            double openInterestUsd,
            double openInterestChange,
            double volumeUsd,
            double volumeAgainstUsual,
            double fundingRate,
            int volumeRank) {
        /** Open interest under which clusters are unreliable, USD. */
        public static final double THIN_USD = 50e6;

        /** The last rank by volume at which no single trader distorts the market. */
        public static final int LAST_LIQUID_RANK = 15;

        public Row {
            venues = Set.copyOf(venues);
        }

        /** Whether clusters are unreliable for want of open interest. */
        public boolean thin() {
            return openInterestUsd < THIN_USD;
        }

        /** Whether one whale can distort it. */
        public boolean distortable() {
            return volumeRank > LAST_LIQUID_RANK;
        }
    }
}
