package io.faultline.liquidation.cluster;

import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives clusters a name that they keep from update to update: through growth, decay, migration and a few misses. Rules
 * count updates, so these must come at a steady pace. One thread.
 */
public final class ClusterTracker {
    private static final Comparator<Cluster> SIDE_THEN_PRICE =
            Comparator.comparing(Cluster::side).thenComparingInt(Cluster::firstBin);

    private final IdentityRule rule;
    private List<Track> tracks;
    private int nextId;
    private int nextLong;
    private int nextShort;

    public ClusterTracker(IdentityRule rule, TrackerState state) {
        this.rule = rule;
        this.tracks = state.tracks();
        this.nextId = state.nextId();
        this.nextLong = state.nextLong();
        this.nextShort = state.nextShort();
    }

    /**
     * Takes the clusters of both sides as they are now.
     *
     * @param millis exchange time since 1970
     * @return what happened, in order: births and migrations, deaths, splits
     */
    public List<TrackEvent> update(List<Cluster> clusters, long millis) {
        List<TrackEvent> events = new ArrayList<>();
        Matching matching = new Matching(tracks, clusters, rule.leastOverlap());
        Track[] next = tracks.toArray(new Track[0]);
        for (Matching.Pair pair : matching.pairs()) {
            next[pair.track()] = seen(next[pair.track()], clusters.get(pair.cluster()), millis, events);
        }
        List<Track> kept = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            if (matching.trackMatched(i)) {
                kept.add(next[i]);
            } else {
                miss(next[i], kept, events);
            }
        }
        addNew(clusters, matching, millis, kept, events);
        nameTheBorn(kept);
        tracks = List.copyOf(kept);
        return events;
    }

    /**
     * Takes the clusters of a profile that was made anew: its past was learned, a venue came or went, the model changed.
     * What stands between about the same prices as a known cluster keeps its name, however much it is now; the others
     * come and go, and nothing of that is told, as nothing happened in the market. All are live at once.
     *
     * @param millis exchange time since 1970
     */
    public void rebuild(List<Cluster> clusters, long millis) {
        List<Track> shown = tracks.stream().filter(Track::shown).toList();
        Matching matching = Matching.byLikeness(shown, clusters, rule.leastOverlap());
        List<Track> kept = new ArrayList<>();
        for (Matching.Pair pair : matching.pairs()) {
            kept.add(shown.get(pair.track()).rebuilt(clusters.get(pair.cluster()), millis));
        }
        kept.sort(Comparator.comparingInt(Track::id));
        for (int c : unmatched(clusters, matching)) {
            kept.add(Track.candidate(nextId++, clusters.get(c), 0, millis).rebuilt(clusters.get(c), millis));
        }
        nameTheBorn(kept);
        tracks = List.copyOf(kept);
    }

    /** Every track that is not dead, candidates too, oldest first. */
    public List<Track> tracks() {
        return tracks;
    }

    /** Measures a track's migration from where it is now on, and lets it be announced again. */
    public void remark(int trackId) {
        tracks = tracks.stream()
                .map(track -> track.id() == trackId ? track.remarked() : track)
                .toList();
    }

    public TrackerState state() {
        return new TrackerState(nextId, nextLong, nextShort, tracks);
    }

    private Track seen(Track track, Cluster cluster, long millis, List<TrackEvent> events) {
        boolean born = track.state() == TrackState.CANDIDATE && track.hits() + 1 >= rule.bornAfter();
        TrackState state = track.shown() || born ? TrackState.LIVE : TrackState.CANDIDATE;
        if (born) {
            events.add(new TrackEvent(TrackEvent.Kind.BORN, track.id()));
        }
        double migration = StrictMath.log(cluster.centroid() / track.firstCentroid());
        boolean migrated = track.migrated() || Math.abs(migration) > rule.migrated();
        if (migrated && !track.migrated()) {
            events.add(new TrackEvent(TrackEvent.Kind.MIGRATED, track.id()));
        }
        return track.seen(cluster, state, migrated, millis);
    }

    /** A candidate that is missed was never shown, and goes without a word. */
    private void miss(Track track, List<Track> kept, List<TrackEvent> events) {
        if (!track.shown()) {
            return;
        }
        if (track.misses() + 1 >= rule.deadAfter()) {
            events.add(new TrackEvent(TrackEvent.Kind.DIED, track.id()));
        } else {
            kept.add(track.missed());
        }
    }

    private void addNew(
            List<Cluster> clusters, Matching matching, long millis, List<Track> kept, List<TrackEvent> events) {
        for (int c : unmatched(clusters, matching)) {
            Track track = Track.candidate(nextId++, clusters.get(c), matching.closestTrackId(c), millis);
            kept.add(track);
            if (track.parentId() != 0) {
                events.add(new TrackEvent(TrackEvent.Kind.SPLIT, track.id()));
            }
        }
    }

    private static List<Integer> unmatched(List<Cluster> clusters, Matching matching) {
        List<Integer> fresh = new ArrayList<>();
        for (int c = 0; c < clusters.size(); c++) {
            if (!matching.clusterMatched(c)) {
                fresh.add(c);
            }
        }
        fresh.sort(Comparator.comparing(clusters::get, SIDE_THEN_PRICE));
        return fresh;
    }

    /** Of several that are born at once, the nearest to price gets the lowest number. */
    private void nameTheBorn(List<Track> kept) {
        List<Integer> nameless = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).shown() && kept.get(i).name().isEmpty()) {
                nameless.add(i);
            }
        }
        nameless.sort(Comparator.comparingInt(i -> outwards(kept.get(i))));
        for (int i : nameless) {
            Track track = kept.get(i);
            kept.set(i, track.named(track.side() == PositionSide.LONG ? "L" + nextLong++ : "S" + nextShort++));
        }
    }

    private static int outwards(Track track) {
        int bin = track.cluster().firstBin();
        return track.side() == PositionSide.LONG ? -bin : bin;
    }
}
