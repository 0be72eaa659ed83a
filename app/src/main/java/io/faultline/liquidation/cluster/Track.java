package io.faultline.liquidation.cluster;

import io.faultline.market.PositionSide;
import java.util.OptionalDouble;

/**
 * One cluster over time, as of one update. Immutable.
 *
 * @param id never used twice; counts candidates too
 * @param name {@code L1}, {@code L2}, … for longs and {@code S1}, … for shorts, given at birth and kept; empty before
 * @param cluster as last seen
 * @param firstCentroid where it was first seen, or where it was last re-marked: a price
 * @param hits updates that saw it, in all
 * @param misses updates in a row that did not
 * @param age updates since it was first seen, that one included
 * @param parentId the cluster that it split from, 0 for none
 * @param migrated whether its migration was announced
 * @param firstSeenMillis exchange time since 1970
 * @param lastSeenMillis exchange time since 1970
 */
public record Track(
        int id,
        String name,
        Cluster cluster,
        double firstCentroid,
        int hits,
        int misses,
        int age,
        TrackState state,
        int parentId,
        boolean migrated,
        long firstSeenMillis,
        long lastSeenMillis,
        MassHistory history) {

    static Track candidate(int id, Cluster cluster, int parentId, long millis) {
        return new Track(
                id,
                "",
                cluster,
                cluster.centroid(),
                1,
                0,
                1,
                TrackState.CANDIDATE,
                parentId,
                false,
                millis,
                millis,
                MassHistory.NONE.with(millis, cluster.massUsd()));
    }

    public PositionSide side() {
        return cluster.side();
    }

    /** Whether people see it: it was born and has not died. */
    public boolean shown() {
        return state != TrackState.CANDIDATE;
    }

    /** Way of the centroid since it was first seen, on the log scale; positive is up. */
    public double migration() {
        return StrictMath.log(cluster.centroid() / firstCentroid);
    }

    /** Change of mass over so many minutes, at most 60, as a fraction; empty if it was not seen then. */
    public OptionalDouble growth(int minutes) {
        return history.growth(lastSeenMillis, cluster.massUsd(), minutes);
    }

    /** Time since it was first seen. */
    public long ageMillis(long nowMillis) {
        return Math.max(0, nowMillis - firstSeenMillis);
    }

    Track seen(Cluster now, TrackState nextState, boolean nowMigrated, long millis) {
        return new Track(
                id,
                name,
                now,
                firstCentroid,
                hits + 1,
                0,
                age + 1,
                nextState,
                parentId,
                nowMigrated,
                firstSeenMillis,
                millis,
                history.with(millis, now.massUsd()));
    }

    /**
     * The same cluster in a profile that was made anew: where it lies and what it holds now is no migration and no growth,
     * and it is live.
     */
    Track rebuilt(Cluster now, long millis) {
        return new Track(
                id,
                name,
                now,
                firstCentroid * now.centroid() / cluster.centroid(),
                hits + 1,
                0,
                age + 1,
                TrackState.LIVE,
                parentId,
                migrated,
                firstSeenMillis,
                millis,
                MassHistory.NONE.with(millis, now.massUsd()));
    }

    Track missed() {
        return new Track(
                id,
                name,
                cluster,
                firstCentroid,
                hits,
                misses + 1,
                age + 1,
                TrackState.FADING,
                parentId,
                migrated,
                firstSeenMillis,
                lastSeenMillis,
                history);
    }

    Track named(String given) {
        return new Track(
                id,
                given,
                cluster,
                firstCentroid,
                hits,
                misses,
                age,
                state,
                parentId,
                migrated,
                firstSeenMillis,
                lastSeenMillis,
                history);
    }

    Track remarked() {
        return new Track(
                id,
                name,
                cluster,
                cluster.centroid(),
                hits,
                misses,
                age,
                state,
                parentId,
                false,
                firstSeenMillis,
                lastSeenMillis,
                history);
    }
}
