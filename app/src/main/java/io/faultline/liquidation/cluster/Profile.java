package io.faultline.liquidation.cluster;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import java.util.Arrays;

/** Mass at risk of one side over consecutive {@link Bins}, at one moment. The array is kept, and never written. */
public final class Profile {
    private final PositionSide side;
    private final int firstBin;
    private final double[] usd;

    /**
     * @param firstBin the bin of element 0
     * @param usd mass of each bin; finite and not negative. The caller must not write it afterwards.
     */
    public Profile(PositionSide side, int firstBin, double[] usd) {
        for (int i = 0; i < usd.length; i++) {
            if (!(usd[i] >= 0) || usd[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("mass of bin " + (firstBin + i) + " is " + usd[i]);
            }
        }
        this.side = side;
        this.firstBin = firstBin;
        this.usd = usd;
    }

    public PositionSide side() {
        return side;
    }

    public int firstBin() {
        return firstBin;
    }

    public int bins() {
        return usd.length;
    }

    /** USD in the bin at this offset from {@link #firstBin}. */
    public double usdAt(int offset) {
        return usd[offset];
    }

    /** USD in the bins of an extent, both ends included; what lies outside the profile counts as nothing. */
    public double sum(int fromBin, int toBin) {
        int from = Math.max(0, fromBin - firstBin);
        int to = Math.min(usd.length - 1, toBin - firstBin);
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += usd[i];
        }
        return sum;
    }

    BinMasses cut(int fromOffset, int toOffset) {
        return new BinMasses(firstBin + fromOffset, Arrays.copyOfRange(usd, fromOffset, toOffset + 1));
    }

    double[] smoothed(Smoothing smoothing) {
        return smoothing.of(usd);
    }
}
