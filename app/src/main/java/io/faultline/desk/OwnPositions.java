package io.faultline.desk;

import io.faultline.liquidation.MarginScheme;
import io.faultline.liquidation.Position;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.Venue;
import io.faultline.signal.OwnPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "Am I in a cluster?": one call, for any thread. */
public final class OwnPositions {
    private static final int HIGHEST_LEVERAGE = 200;

    private OwnPositions() {}

    /** The position at every venue whose margin table is known. */
    public static List<OwnVerdict> check(ClustersView view, OwnWish wish) {
        List<OwnVerdict> verdicts = new ArrayList<>();
        for (Map.Entry<Venue, VenueSight> venue : view.venues().entrySet()) {
            if (venue.getValue().tables() != null) {
                MarginScheme scheme =
                        venue.getValue().tables().at(view.asOfMillis()).scheme();
                verdicts.add(check(view, wish, venue.getKey(), venue.getValue(), scheme));
            }
        }
        return verdicts;
    }

    private static OwnVerdict check(
            ClustersView view, OwnWish wish, Venue venue, VenueSight sight, MarginScheme scheme) {
        List<ClusterView> significant =
                view.clusters().stream().filter(ClusterView::significant).toList();
        List<Cluster> clusters = significant.stream().map(ClusterView::cluster).toList();
        Position own = position(wish, scheme);
        OwnPosition check = OwnPosition.check(wish.side(), at(wish, scheme), others(wish, scheme), clusters);
        Optional<ClusterView> holding = check.cluster()
                .flatMap(cluster -> significant.stream()
                        .filter(each -> each.cluster().equals(cluster))
                        .findFirst());
        double bankruptcy = scheme.bankruptcyPrice(own);
        return new OwnVerdict(
                venue,
                scheme.liquidationPrice(own).orElse(Double.NaN),
                bankruptcy > 0 ? bankruptcy : Double.NaN,
                scheme.isOpenable(own),
                holding,
                check.wayOut(),
                wish.cross(),
                sight.tables() == null ? Set.of() : sight.tables().flagsAt(view.asOfMillis()));
    }

    /** Every whole leverage that the venue offers for that size; with the account as margin none changes anything. */
    private static List<OwnPosition.AtLeverage> others(OwnWish wish, MarginScheme scheme) {
        List<OwnPosition.AtLeverage> others = new ArrayList<>();
        for (int leverage = 1; leverage <= HIGHEST_LEVERAGE && !wish.cross(); leverage++) {
            OwnWish other = wish.at(leverage);
            if (scheme.isOpenable(position(other, scheme))) {
                others.add(at(other, scheme));
            }
        }
        return others;
    }

    private static OwnPosition.AtLeverage at(OwnWish wish, MarginScheme scheme) {
        var price = scheme.liquidationPrice(position(wish, scheme));
        return new OwnPosition.AtLeverage(wish.leverage(), price.isPresent() ? price.getAsDouble() : null);
    }

    private static Position position(OwnWish wish, MarginScheme scheme) {
        double notional = wish.entry() * wish.size();
        double contracts = wish.size() / scheme.multiplier();
        if (!wish.cross()) {
            return new Position(wish.side(), wish.entry(), contracts, wish.leverage(), wish.addedMarginUsd());
        }
        double beside = wish.walletUsd() - notional / wish.leverage();
        return beside >= 0
                ? new Position(wish.side(), wish.entry(), contracts, wish.leverage(), beside)
                : new Position(wish.side(), wish.entry(), contracts, notional / wish.walletUsd(), 0);
    }
}
