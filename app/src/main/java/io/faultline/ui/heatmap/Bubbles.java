package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The largest liquidations that venues reported for the time in view. */
final class Bubbles {
    static final int MOST = 25;

    /** How many are drawn where they are what the picture is about. */
    static final int MOST_OF_FEED = 300;

    /**
     * A reported liquidation.
     *
     * @param usd notional: its price, whatever that is, times its size
     */
    record Bubble(long timeNanos, double price, double usd, PositionSide side, Venue venue) {}

    private final List<Bubble> chosen = new ArrayList<>();
    private @Nullable TimeLog<Liquidation> log;
    private long seenEnd;
    private long from;
    private long to;
    private int most;
    private double leastUsd;

    /**
     * The largest of that stretch, largest first; computed again only when something changed.
     *
     * @param least those of fewer USD are left out
     */
    List<Bubble> in(DeskView view, long fromNanos, long toNanos, int atMost, double least) {
        TimeLog<Liquidation> liquidations = view.history().liquidations();
        boolean sameTime = from == fromNanos && to == toNanos;
        if (log == liquidations && seenEnd == liquidations.end() && sameTime && most == atMost && leastUsd == least) {
            return chosen;
        }
        most = atMost;
        leastUsd = least;
        log = liquidations;
        seenEnd = liquidations.end();
        from = fromNanos;
        to = toNanos;
        chosen.clear();
        for (long number = seenEnd - 1; number >= liquidations.begin(); number--) {
            Liquidation liquidation = liquidations.get(number);
            if (liquidation == null || liquidation.receivedNanos() >= toNanos) {
                continue;
            }
            if (liquidation.receivedNanos() < fromNanos) {
                break;
            }
            Bubble bubble = bubble(liquidation, view);
            if (bubble.usd() >= least) {
                chosen.add(bubble);
            }
        }
        chosen.sort(Comparator.comparingDouble(Bubble::usd).reversed());
        if (chosen.size() > atMost) {
            chosen.subList(atMost, chosen.size()).clear();
        }
        return chosen;
    }

    private static Bubble bubble(Liquidation liquidation, DeskView view) {
        return new Bubble(
                liquidation.receivedNanos(),
                liquidation.price().doubleValue(),
                usd(liquidation, view),
                liquidation.side(),
                liquidation.instrument().venue());
    }

    /** Notional of a liquidation. */
    static double usd(Liquidation liquidation, DeskView view) {
        double contract = 1;
        for (VenueView venue : view.venues()) {
            if (venue.listing() != null && venue.instrument().equals(liquidation.instrument())) {
                contract = venue.listing().contractSize().doubleValue();
            }
        }
        return liquidation.price().doubleValue() * liquidation.size().doubleValue() * contract;
    }
}
