package io.faultline.liquidation.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Which cluster of an update is which known one: greedily, the pair that shares most first, then the older track, then
 * the lower price.
 */
final class Matching {
    private static final Comparator<Pair> ORDER = Comparator.comparingDouble((Pair pair) -> -pair.overlap)
            .thenComparingInt(Pair::trackId)
            .thenComparingInt(Pair::firstBin);

    private final List<Pair> pairs = new ArrayList<>();
    private final boolean[] trackMatched;
    private final boolean[] clusterMatched;
    private final int[] closestTrackId;

    /**
     * A track and a cluster that may be the same.
     *
     * @param track index of the track
     * @param cluster index of the cluster
     */
    record Pair(double overlap, int track, int trackId, int cluster, int firstBin) {}

    Matching(List<Track> tracks, List<Cluster> clusters, double leastOverlap) {
        this(tracks, clusters, leastOverlap, Cluster::overlap);
    }

    /** By the prices between the edges, whatever mass is there. */
    static Matching byLikeness(List<Track> tracks, List<Cluster> clusters, double least) {
        return new Matching(tracks, clusters, least, Cluster::likeness);
    }

    private Matching(
            List<Track> tracks,
            List<Cluster> clusters,
            double leastOverlap,
            ToDoubleBiFunction<Cluster, Cluster> alike) {
        trackMatched = new boolean[tracks.size()];
        clusterMatched = new boolean[clusters.size()];
        closestTrackId = new int[clusters.size()];
        for (Pair pair : candidates(tracks, clusters, leastOverlap, alike)) {
            if (closestTrackId[pair.cluster] == 0) {
                closestTrackId[pair.cluster] = pair.trackId;
            }
            if (!trackMatched[pair.track] && !clusterMatched[pair.cluster]) {
                trackMatched[pair.track] = true;
                clusterMatched[pair.cluster] = true;
                pairs.add(pair);
            }
        }
    }

    private static List<Pair> candidates(
            List<Track> tracks,
            List<Cluster> clusters,
            double leastOverlap,
            ToDoubleBiFunction<Cluster, Cluster> alike) {
        List<Pair> candidates = new ArrayList<>();
        for (int t = 0; t < tracks.size(); t++) {
            for (int c = 0; c < clusters.size(); c++) {
                double overlap = alike.applyAsDouble(tracks.get(t).cluster(), clusters.get(c));
                if (overlap >= leastOverlap) {
                    candidates.add(new Pair(
                            overlap, t, tracks.get(t).id(), c, clusters.get(c).firstBin()));
                }
            }
        }
        candidates.sort(ORDER);
        return candidates;
    }

    /** The matches, best first. */
    List<Pair> pairs() {
        return pairs;
    }

    boolean trackMatched(int track) {
        return trackMatched[track];
    }

    boolean clusterMatched(int cluster) {
        return clusterMatched[cluster];
    }

    /** The track that shares most with a cluster, whether matched to it or not; 0 if none shares enough. */
    int closestTrackId(int cluster) {
        return closestTrackId[cluster];
    }
}
