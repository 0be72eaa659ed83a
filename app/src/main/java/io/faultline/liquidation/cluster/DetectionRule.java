package io.faultline.liquidation.cluster;

/**
 * What counts as a cluster.
 *
 * @param sigmaBins width of the smoothing, 1 to 20 bins
 * @param prominenceShare a peak stands if its prominence is at least this share of the highest smoothed bin; 0 to 1
 * @param extentShare a cluster ends where the smoothed curve has fallen from its peak by this share of the prominence; 0
 *     to 1
 * @param significantShare least mass, as a share of open interest in USD; 0.001 to 0.05
 */
public record DetectionRule(double sigmaBins, double prominenceShare, double extentShare, double significantShare) {
    /** 3 bins, 15 %, 75 %, and half a percent of open interest. */
    public static final DetectionRule DEFAULT = new DetectionRule(3, 0.15, 0.75, 0.005);

    public DetectionRule {
        require(sigmaBins >= 1 && sigmaBins <= 20, "smoothing of bins", sigmaBins);
        require(prominenceShare > 0 && prominenceShare <= 1, "share of prominence", prominenceShare);
        require(extentShare > 0 && extentShare <= 1, "share of extent", extentShare);
        require(significantShare >= 0.001 && significantShare <= 0.05, "share of open interest", significantShare);
    }

    /** The same with another bar for significance. */
    public DetectionRule withSignificantShare(double share) {
        return new DetectionRule(sigmaBins, prominenceShare, extentShare, share);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range: " + value);
        }
    }
}
