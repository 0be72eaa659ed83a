package io.faultline.ledger;

import io.faultline.liquidation.Asymmetry;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.cluster.BinMasses;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.MassHistory;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A market around 1,000 USD whose clusters a test puts where it likes; and the ledger that watches it. */
final class LedgerMarket {
    static final long T0 = 1_732_190_400_000L;
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    /** 1 bn USD: a cluster of 6 M is of moderate size. */
    static final double OPEN_INTEREST = 1e9;

    final List<LedgerEntry> entries = new ArrayList<>();
    final LedgerRule rule = LedgerRule.standard("test");
    Ledger ledger = new Ledger(rule, entries::add);
    double mark = 1000;
    long millis = T0;
    Asymmetry asymmetry = new Asymmetry(Asymmetry.Lean.BALANCED, 1.2);
    OptionalDouble funding = OptionalDouble.empty();
    ReportFeed feed = ReportFeed.COMPLETE;

    /** A cluster of a side from bin to bin, around the mark of 1,000 in bins of 5 bp. */
    static SeenCluster cluster(int id, PositionSide side, int nearBins, int farBins, double massUsd) {
        return cluster(id, side, nearBins, farBins, massUsd, TrackState.LIVE, null);
    }

    static SeenCluster cluster(
            int id,
            PositionSide side,
            int nearBins,
            int farBins,
            double massUsd,
            TrackState state,
            @Nullable PathState path) {
        int middle = Bins.of(1000);
        int first = side == PositionSide.LONG ? middle - farBins : middle + nearBins;
        int last = side == PositionSide.LONG ? middle - nearBins : middle + farBins;
        double[] usd = new double[last - first + 1];
        Arrays.fill(usd, massUsd / usd.length);
        Cluster body = new Cluster(
                side, (first + last) / 2, 1, new BinMasses(first, usd), massUsd, Bins.centre((first + last) / 2));
        Track track = new Track(
                id,
                (side == PositionSide.LONG ? "L" : "S") + id,
                body,
                body.centroid(),
                3,
                0,
                3,
                state,
                0,
                false,
                T0,
                T0,
                new MassHistory(List.of()));
        PathReading reading =
                path == null ? null : new PathReading(path, 10, 1, massUsd / 10, .1, 1.5, massUsd / 2, .5);
        return new SeenCluster(track, new ForcedVolume(.06 * massUsd, .03 * massUsd, .1 * massUsd), reading, null);
    }

    static double near(SeenCluster cluster) {
        return cluster.track().cluster().nearPrice();
    }

    static double far(SeenCluster cluster) {
        return cluster.track().cluster().farPrice();
    }

    void sees(SeenCluster... clusters) {
        ledger.sighted(new Sighting(millis, mark, OPEN_INTEREST, funding, asymmetry, feed, List.of(clusters)));
    }

    /** Lets the mark stand at a price, sampled each second, until a time after the start. */
    void stays(double price, long untilAfterStart) {
        mark = price;
        while (millis < T0 + untilAfterStart) {
            millis += SECOND;
            ledger.mark(MarkSpan.at(millis, price));
        }
    }

    /** The same each minute. */
    void staysMinutes(double price, long untilAfterStart) {
        mark = price;
        while (millis < T0 + untilAfterStart) {
            millis += MINUTE;
            ledger.mark(MarkSpan.at(millis, price));
        }
    }

    <T> List<T> written(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
