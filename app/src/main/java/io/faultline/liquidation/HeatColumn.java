package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;

/** A stretch of time of a heatmap: one companded byte a bin and side. Immutable. */
public final class HeatColumn implements Span<HeatColumn> {
    private final long startMillis;
    private final long endMillis;
    private final int base;
    private final byte[] longs;
    private final byte[] shorts;

    HeatColumn(long startMillis, long endMillis, int base, byte[] longs, byte[] shorts) {
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.base = base;
        this.longs = longs;
        this.shorts = shorts;
    }

    @Override
    public long startMillis() {
        return startMillis;
    }

    /** The first instant after it. */
    @Override
    public long endMillis() {
        return endMillis;
    }

    /** Absolute bin of the first of {@link Bins#COUNT} bins. */
    public int base() {
        return base;
    }

    /** The painted byte of a bin; 0 outside the window. See {@link Companding#usd}. */
    public byte painted(PositionSide side, int bin) {
        int i = bin - base;
        return i < 0 || i >= Bins.COUNT ? 0 : (side == PositionSide.LONG ? longs : shorts)[i];
    }

    /** USD of a bin, as well as a byte holds it. */
    public double usd(PositionSide side, int bin) {
        return Companding.usd(painted(side, bin));
    }

    /** The same picture for longer. */
    HeatColumn lasting(long untilMillis) {
        return new HeatColumn(startMillis, untilMillis, base, longs, shorts);
    }

    /** This column and the one that follows it as one: of each bin the higher value, so that a level is seen until it fired. */
    @Override
    public HeatColumn joined(HeatColumn later) {
        return new HeatColumn(
                startMillis,
                later.endMillis,
                later.base,
                higher(longs, later.longs, later.base - base),
                higher(shorts, later.shorts, later.base - base));
    }

    private static byte[] higher(byte[] earlier, byte[] later, int move) {
        byte[] both = Arrays.copyOf(later, later.length);
        for (int i = Math.max(0, -move); i < Math.min(both.length, earlier.length - move); i++) {
            if ((earlier[i + move] & 0xff) > (both[i] & 0xff)) {
                both[i] = earlier[i + move];
            }
        }
        return both;
    }
}
