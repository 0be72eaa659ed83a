package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All that one venue's grid needs to go on elsewhere or later: the state, and the inputs that made it. Immutable.
 *
 * @param snapshot the state after the last of the bars
 * @param bars the inputs that are known, oldest first, without overlaps
 * @param flags what of the inputs is estimated, borrowed or missing
 * @param parameters under which the state was made
 * @param liveSinceMillis where what was seen live begins; {@code Long.MAX_VALUE} if nothing was
 */
public record KeptVenue(
        GridSnapshot snapshot,
        List<GridBar> bars,
        Set<GridFlag> flags,
        ModelParameters parameters,
        long liveSinceMillis) {
    public KeptVenue {
        bars = List.copyOf(bars);
        flags = Set.copyOf(flags);
    }

    public Venue venue() {
        return snapshot.venue();
    }

    /** End of what it knows, exchange time. */
    public long endMillis() {
        return snapshot.exchangeMillis();
    }

    /** Where its inputs begin; {@link #endMillis} without any. */
    long beginMillis() {
        return bars.isEmpty() ? endMillis() : bars.get(0).startMillis();
    }

    /** The same, to be shown as of an earlier session until newer inputs join on to it. */
    public KeptVenue restored() {
        EnumSet<GridFlag> more = EnumSet.of(GridFlag.RESTORED);
        more.addAll(flags);
        return new KeptVenue(snapshot, bars, more, parameters, liveSinceMillis);
    }
}
