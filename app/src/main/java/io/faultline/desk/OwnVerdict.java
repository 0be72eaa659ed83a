package io.faultline.desk;

import io.faultline.liquidation.GridFlag;
import io.faultline.market.Venue;
import io.faultline.signal.OwnPosition;
import java.util.Optional;
import java.util.Set;

/**
 * Where the user's own position would be liquidated at one venue, and whether many others' would be there.
 *
 * @param liquidation USD; NaN if it never would be
 * @param bankruptcy price at which nothing is left; NaN if there is none
 * @param openable whether the venue lets a position of that size have that leverage
 * @param cluster the significant cluster that it lies in; empty if in none
 * @param wayOut the nearest leverage that moves it out; empty if there is nothing to move out of, or none helps
 * @param estimate whether it is cross margin, of which only the account is known
 * @param table what the venue's margin table rests on
 */
public record OwnVerdict(
        Venue venue,
        double liquidation,
        double bankruptcy,
        boolean openable,
        Optional<ClusterView> cluster,
        Optional<OwnPosition.AtLeverage> wayOut,
        boolean estimate,
        Set<GridFlag> table) {
    public OwnVerdict {
        table = Set.copyOf(table);
    }
}
