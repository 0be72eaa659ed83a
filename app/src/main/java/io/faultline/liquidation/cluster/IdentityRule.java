package io.faultline.liquidation.cluster;

/**
 * How long a cluster keeps its name.
 *
 * @param leastOverlap shared over joint mass that makes two sightings the same cluster; above 0, at most 1
 * @param bornAfter sightings in a row until it is shown; at least 1
 * @param deadAfter misses in a row until it is gone; at least 1
 * @param migrated way of the centroid on the log scale from where it was first seen that counts as migrated; positive
 */
public record IdentityRule(double leastOverlap, int bornAfter, int deadAfter, double migrated) {
    /** 0.30, 3 sightings, 5 misses, 1 %. */
    public static final IdentityRule DEFAULT = new IdentityRule(0.30, 3, 5, 0.01);

    public IdentityRule {
        if (!(leastOverlap > 0 && leastOverlap <= 1) || bornAfter < 1 || deadAfter < 1 || !(migrated > 0)) {
            throw new IllegalArgumentException("identity cannot be kept by overlap " + leastOverlap + ", birth after "
                    + bornAfter + ", death after " + deadAfter + ", migration of " + migrated);
        }
    }
}
