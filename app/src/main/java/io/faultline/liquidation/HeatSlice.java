package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;

/**
 * Some bins of several columns as one: of each bin the highest value, as {@link HeatColumn#joined} has it. Its arrays are used
 * again and again. Used by one thread.
 */
public final class HeatSlice {
    private int firstBin;
    private byte[] longs = new byte[0];
    private byte[] shorts = new byte[0];
    private byte[] bands = new byte[0];

    /** Forgets everything and makes room for that many bins, from an absolute one on. */
    public void begin(int first, int bins) {
        firstBin = first;
        if (longs.length != bins) {
            longs = new byte[bins];
            shorts = new byte[bins];
            bands = new byte[bins];
        } else {
            Arrays.fill(longs, (byte) 0);
            Arrays.fill(shorts, (byte) 0);
            Arrays.fill(bands, (byte) 0);
        }
    }

    /** Becomes the same as another. */
    public void become(HeatSlice other) {
        begin(other.firstBin, other.longs.length);
        System.arraycopy(other.longs, 0, longs, 0, longs.length);
        System.arraycopy(other.shorts, 0, shorts, 0, shorts.length);
        System.arraycopy(other.bands, 0, bands, 0, bands.length);
    }

    public void add(HeatColumn column) {
        column.raise(firstBin, longs, shorts, bands);
    }

    public int firstBin() {
        return firstBin;
    }

    public int bins() {
        return longs.length;
    }

    /** The painted byte of the bin that many after the first; see {@link Companding#usd}. */
    public byte painted(PositionSide side, int offset) {
        return (side == PositionSide.LONG ? longs : shorts)[offset];
    }

    /** The band of leverage that holds most of it, counted from 1 in the order of {@link Tier.Band}; 0 where nothing is. */
    public int largest(int offset) {
        return bands[offset];
    }
}
