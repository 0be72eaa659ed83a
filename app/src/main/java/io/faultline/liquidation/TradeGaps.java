package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The stretches of one picture in which trades were lost, as its bars come. Used by the thread that steps the grids. */
final class TradeGaps {
    /** Of more the oldest are forgotten. */
    private static final int MOST = 500;

    private final List<TradeGap> ended = new ArrayList<>();
    private final Map<Venue, TradeGap> newest = new EnumMap<>(Venue.class);
    private List<TradeGap> all = List.of();
    private boolean changed;

    /** Each venue's in their order. */
    void see(Venue venue, GridBar bar) {
        if (bar.areTradesKnown()) {
            return;
        }
        TradeGap before = newest.get(venue);
        if (before != null && bar.startMillis() <= before.untilMillis()) {
            newest.put(venue, new TradeGap(venue, before.fromMillis(), bar.endMillis()));
        } else {
            if (before != null) {
                ended.add(before);
            }
            newest.put(venue, new TradeGap(venue, bar.startMillis(), bar.endMillis()));
        }
        if (ended.size() > MOST) {
            ended.remove(0);
        }
        changed = true;
    }

    /** In no order; the same list until another bar lacks its trades. */
    List<TradeGap> all() {
        if (changed) {
            changed = false;
            List<TradeGap> both = new ArrayList<>(ended);
            both.addAll(newest.values());
            all = List.copyOf(both);
        }
        return all;
    }
}
