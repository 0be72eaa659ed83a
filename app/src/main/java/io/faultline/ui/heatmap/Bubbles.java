package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The largest liquidations that venues reported for the time in view. */
final class Bubbles {
    static final int MOST = 25;

    /**
     * A reported liquidation.
     *
     * @param usd notional: its price, whatever that is, times its size
     */
    record Bubble(long timeNanos, double price, double usd, PositionSide side) {}

    private final List<Bubble> chosen = new ArrayList<>();
    private @Nullable TimeLog<Liquidation> log;
    private long seenEnd;
    private long from;
    private long to;

    /** The {@value #MOST} largest of that stretch, largest first; computed again only when something changed. */
    List<Bubble> in(DeskView view, long fromNanos, long toNanos) {
        TimeLog<Liquidation> liquidations = view.history().liquidations();
        if (log == liquidations && seenEnd == liquidations.end() && from == fromNanos && to == toNanos) {
            return chosen;
        }
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
            chosen.add(bubble(liquidation, view));
        }
        chosen.sort(Comparator.comparingDouble(Bubble::usd).reversed());
        if (chosen.size() > MOST) {
            chosen.subList(MOST, chosen.size()).clear();
        }
        return chosen;
    }

    private static Bubble bubble(Liquidation liquidation, DeskView view) {
        double contract = 1;
        for (VenueView venue : view.venues()) {
            if (venue.listing() != null && venue.instrument().equals(liquidation.instrument())) {
                contract = venue.listing().contractSize().doubleValue();
            }
        }
        double price = liquidation.price().doubleValue();
        return new Bubble(
                liquidation.receivedNanos(),
                price,
                price * liquidation.size().doubleValue() * contract,
                liquidation.side());
    }
}
