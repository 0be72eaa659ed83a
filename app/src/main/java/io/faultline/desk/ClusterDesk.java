package io.faultline.desk;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.ClusterDetector;
import io.faultline.liquidation.cluster.ClusterTracker;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackEvent;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for clusters every ten seconds, or when the mark has moved by 10 bp, and follows them. Where the grid has been
 * made anew since the last look, nothing is announced.
 */
final class ClusterDesk {
    private static final long EVERY = 10_000;
    private static final double MOVED = 0.001;

    /** In a fast market marks move all the time: identity counts looks, and wants some time between them. */
    private static final long LEAST = 1_000;

    private static final long DISSOLVED_SHOWN = 60_000;
    private static final int EVENTS = 2_000;

    private final TimeLog<ClusterEvent> events = new TimeLog<>(EVENTS, 0);
    private final Map<Integer, Sighting> seenIn = new HashMap<>();
    private ClusterDetector detector;
    private ClusterTracker tracker;
    private @Nullable Sighting newest;
    private @Nullable Object basis;
    private boolean restored;
    private int rebuilds;

    ClusterDesk(SignalRules rules) {
        detector = new ClusterDetector(rules.detection());
        tracker = new ClusterTracker(rules.identity(), TrackerState.EMPTY);
    }

    /** Goes on with names that were kept: the next look is told on another basis. */
    void restore(SignalRules rules, TrackerState state) {
        tracker = new ClusterTracker(rules.identity(), state);
        restored = !state.tracks().isEmpty();
        basis = null;
    }

    /** Whether it goes on with names that were kept. */
    boolean hasKeptNames() {
        return restored;
    }

    /** Other rules: the next look is told on another basis. */
    void use(SignalRules rules) {
        detector = new ClusterDetector(rules.detection());
        tracker = new ClusterTracker(rules.identity(), tracker.state());
    }

    /** Whether it is time for a look. */
    boolean due(long millis, double mark) {
        Sighting last = newest;
        if (last == null) {
            return true;
        }
        long since = millis - last.millis();
        boolean moved = Math.abs(mark / last.mark() - 1) >= MOVED;
        return since < 0 || since >= EVERY || (moved && since >= LEAST);
    }

    /**
     * Looks.
     *
     * @param onBasis what the grid was made from; where it differs from the last look's, the grid was made anew
     */
    void look(Sighting sighting, Object onBasis) {
        List<Cluster> clusters = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            clusters.addAll(detector.detect(sighting.profile(side), sighting.openInterestUsd()));
        }
        if (onBasis.equals(basis)) {
            follow(clusters, sighting.millis());
        } else {
            tracker.rebuild(clusters, sighting.millis());
            rebuilds++;
        }
        basis = onBasis;
        newest = sighting;
        remember(sighting);
    }

    private void follow(List<Cluster> clusters, long millis) {
        Map<Integer, Track> before = new HashMap<>();
        tracker.tracks().forEach(track -> before.put(track.id(), track));
        List<TrackEvent> happened = tracker.update(clusters, millis);
        Map<Integer, Track> after = new HashMap<>();
        tracker.tracks().forEach(track -> after.put(track.id(), track));
        for (TrackEvent event : happened) {
            Track track = after.getOrDefault(event.trackId(), before.get(event.trackId()));
            if (track != null && event.kind() != TrackEvent.Kind.SPLIT) {
                events.append(new ClusterEvent(event.kind(), track, millis));
            }
        }
    }

    private void remember(Sighting sighting) {
        Map<Integer, Sighting> seen = new HashMap<>();
        for (Track track : tracker.tracks()) {
            boolean missed = track.state() == TrackState.FADING;
            seen.put(track.id(), missed ? seenIn.getOrDefault(track.id(), sighting) : sighting);
        }
        seenIn.clear();
        seenIn.putAll(seen);
    }

    /** Measures a cluster's migration from where it is now on. */
    void remark(int trackId) {
        tracker.remark(trackId);
    }

    /** Those that people see, candidates left out. */
    List<Track> shown() {
        return tracker.tracks().stream().filter(Track::shown).toList();
    }

    /** What a cluster is made of, as of the last time that it was seen. */
    Optional<Sighting> sightingOf(int trackId) {
        return Optional.ofNullable(seenIn.get(trackId));
    }

    Optional<Sighting> newest() {
        return Optional.ofNullable(newest);
    }

    int rebuilds() {
        return rebuilds;
    }

    TimeLog<ClusterEvent> events() {
        return events;
    }

    TrackerState state() {
        return tracker.state();
    }

    /** Those of one side that dissolved within the last minute, newest first. */
    List<ClusterEvent> dissolved(PositionSide side, long millis) {
        List<ClusterEvent> recent = new ArrayList<>();
        for (long i = events.end() - 1; i >= events.begin(); i--) {
            ClusterEvent event = events.get(i);
            if (event == null || millis - event.millis() > DISSOLVED_SHOWN) {
                break;
            }
            if (event.kind() == TrackEvent.Kind.DIED && event.track().side() == side) {
                recent.add(event);
            }
        }
        return recent;
    }

    void digest(StateDigest digest) {
        digest.add(rebuilds);
        digest.add(events.end());
        TrackerState state = tracker.state();
        digest.add(state.nextId());
        digest.add(state.nextLong());
        digest.add(state.nextShort());
        for (Track track : state.tracks()) {
            digest.add(track.toString());
        }
    }
}
