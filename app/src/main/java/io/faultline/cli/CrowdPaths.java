package io.faultline.cli;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.CrowdBook;
import io.faultline.practice.crowd.CrowdVenue;
import io.faultline.signal.BookLevels;
import io.faultline.signal.CardMarket;
import io.faultline.signal.PathAnalysis;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathRule;
import io.faultline.signal.UsualDepth;
import io.faultline.signal.VenueBook;
import io.faultline.signal.Way;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the way to clusters off a practice market's own book. One thread. */
final class CrowdPaths {
    private final CrowdVenue venue;
    private final PathAnalysis analysis = new PathAnalysis(PathRule.DEFAULT);
    private final Map<PositionSide, UsualDepth> usual = new EnumMap<>(PositionSide.class);
    private final Map<PositionSide, BookLevels> levels = new EnumMap<>(PositionSide.class);
    private double mid = Double.NaN;

    CrowdPaths(CrowdVenue venue) {
        this.venue = venue;
        for (PositionSide side : PositionSide.values()) {
            usual.put(side, new UsualDepth());
        }
    }

    /** Takes the book as it stands. */
    void look(long millis, CrowdBook book) {
        long bid = book.best(Side.BID);
        long ask = book.best(Side.ASK);
        mid = bid > 0 && ask > 0 ? (bid + ask) / 2.0 * venue.tick() : Double.NaN;
        levels.put(PositionSide.LONG, read(book, Side.BID));
        levels.put(PositionSide.SHORT, read(book, Side.ASK));
        if (!Double.isNaN(mid)) {
            usual.forEach((side, depth) -> depth.observe(millis, side, mid, levels(side)));
        }
    }

    private BookLevels levels(PositionSide side) {
        return levels.getOrDefault(side, BookLevels.EMPTY);
    }

    private BookLevels read(CrowdBook book, Side side) {
        int count = book.levels(side);
        double[] prices = new double[count];
        double[] sizes = new double[count];
        int[] at = {0};
        book.read(side, count, (ticks, lots) -> {
            prices[at[0]] = ticks * venue.tick();
            sizes[at[0]] = lots * venue.lot();
            at[0]++;
        });
        return new BookLevels(prices, sizes);
    }

    /** The way to a cluster by the last look; null if there was no price on a side. */
    @Nullable
    PathReading to(Cluster cluster) {
        if (Double.isNaN(mid)) {
            return null;
        }
        double estimate = (1 - CardMarket.DEFAULT_DISCOUNT) * cluster.massUsd();
        double perBp = Optional.ofNullable(usual.get(cluster.side()))
                .map(UsualDepth::usdPerBp)
                .orElse(0.0);
        Venue id = venue.venue();
        return analysis.of(Way.to(cluster, mid), List.of(new VenueBook(id, levels(cluster.side()), estimate, perBp)))
                .overall();
    }
}
