package io.faultline.desk;

import io.faultline.liquidation.cluster.Changes;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.Asymmetry;
import io.faultline.signal.DistanceProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Clusters of one symbol and all that is read off them, at one moment: what heatmap, ladder, table, card and funding
 * panel draw. A new one at most ten times a second; the logs grow behind it. Immutable. Times are event time,
 * milliseconds since 1970; a figure that nobody knows is NaN or null, and what a rule cannot judge says so.
 *
 * @param known false until clusters were looked for in a grid that is built: before, none is missing, nobody knows
 * @param rebuilds how often the grid was built anew under the clusters (the past was learned, a venue came or went, the
 *     model changed): over such a jump nothing is born, dissolved, grown or migrated, and names may begin anew
 * @param asOfMillis when paths and signals were read; 0 before the first time
 * @param sightedMillis when clusters were last looked for; 0 before the first time
 * @param rules in force
 * @param mark median of the venues' marks; NaN before the first
 * @param mid mean of the mids of the books in step; NaN if none is, and then every path is unknown
 * @param sides both, always
 * @param asymmetry longs below against shorts above as far as each profile's outer bound; empty before the first grid
 * @param venues what each venue adds, also those that add nothing
 * @param walls of all venues' books, from the highest price down
 * @param sweeps of clusters that price has entered, newest first, until 15 minutes after price has left
 * @param labels on the tape, as they happened
 * @param events in the lives of clusters, as they happened
 */
public record ClustersView(
        boolean known,
        int rebuilds,
        long asOfMillis,
        long sightedMillis,
        SignalRules rules,
        double mark,
        double mid,
        Map<PositionSide, SideView> sides,
        Map<DistanceProfile, Asymmetry> asymmetry,
        MarketReading market,
        FundingReading funding,
        Map<Venue, VenueSight> venues,
        List<WallView> walls,
        List<SweepView> sweeps,
        TimeLog<TapeLabel> labels,
        TimeLog<ClusterEvent> events) {
    /** Nothing is known. */
    public static final ClustersView NONE = new ClustersView(
            false,
            0,
            0,
            0,
            SignalRules.DEFAULT,
            Double.NaN,
            Double.NaN,
            Map.of(),
            Map.of(),
            MarketReading.UNKNOWN,
            FundingReading.UNKNOWN,
            Map.of(),
            List.of(),
            List.of(),
            new TimeLog<>(1, 0),
            new TimeLog<>(1, 0));

    public ClustersView {
        EnumMap<PositionSide, SideView> both = new EnumMap<>(PositionSide.class);
        for (PositionSide side : PositionSide.values()) {
            both.put(side, sides.getOrDefault(side, SideView.empty(side)));
        }
        sides = Collections.unmodifiableMap(both);
        asymmetry = Collections.unmodifiableMap(copy(DistanceProfile.class, asymmetry));
        venues = Collections.unmodifiableMap(copy(Venue.class, venues));
        walls = List.copyOf(walls);
        sweeps = List.copyOf(sweeps);
    }

    private static <K extends Enum<K>, V> EnumMap<K, V> copy(Class<K> keys, Map<K, V> map) {
        EnumMap<K, V> copy = new EnumMap<>(keys);
        copy.putAll(map);
        return copy;
    }

    public SideView side(PositionSide side) {
        return Objects.requireNonNull(sides.get(side));
    }

    /** Longs, nearest first, then shorts, nearest first; those that fade too. */
    public List<ClusterView> clusters() {
        List<ClusterView> all = new ArrayList<>(side(PositionSide.LONG).clusters());
        all.addAll(side(PositionSide.SHORT).clusters());
        return all;
    }

    /** The cluster of that number, {@link Track#id}, if it is shown. */
    public Optional<ClusterView> find(int id) {
        return clusters().stream().filter(cluster -> cluster.id() == id).findFirst();
    }

    /** The narrowest cluster that has that price between its edges. */
    public Optional<ClusterView> at(double price) {
        return clusters().stream()
                .filter(cluster -> cluster.cluster().contains(price))
                .min(Comparator.comparingInt(cluster -> cluster.cluster().widthBps()));
    }

    /** What is shown, for alarms: hand it on together with {@link #known} and {@link #rebuilds}. */
    public List<Track> tracks() {
        return clusters().stream().map(ClusterView::track).toList();
    }

    /**
     * What became of the clusters since an earlier view of the same desk, such as the one that the user last looked at:
     * dissolved ones first. Empty over a rebuild: nothing happened in the market.
     */
    public List<ClusterChange> since(ClustersView then) {
        if (rebuilds != then.rebuilds || !then.known) {
            return List.of();
        }
        List<ClusterChange> changes = new ArrayList<>();
        for (Changes.Change change : Changes.between(then.tracks(), tracks())) {
            double thenUsd = then.find(change.track().id())
                    .map(cluster -> cluster.mass().atRiskUsd())
                    .orElse(Double.NaN);
            changes.add(new ClusterChange(change.kind(), change.track(), thenUsd, time(change)));
        }
        return changes;
    }

    private long time(Changes.Change change) {
        for (long i = events.end() - 1; i >= events.begin(); i--) {
            ClusterEvent event = events.get(i);
            if (event != null && event.track().id() == change.track().id() && event.explains(change.kind())) {
                return event.millis();
            }
        }
        return change.track().lastSeenMillis();
    }
}
