package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of time of a heatmap: one companded byte a bin and side, and the band of leverage that holds most of it. Immutable. */
public final class HeatColumn implements Span<HeatColumn> {
    private static final List<Tier.Band> BANDS = List.of(Tier.Band.values());

    private final long startMillis;
    private final long endMillis;
    private final int base;
    private final byte[] longs;
    private final byte[] shorts;
    private final byte[] bands;

    /** @param bands of each bin, counted from 1 in the order of {@link Tier.Band}; 0 where nothing is */
    HeatColumn(long startMillis, long endMillis, int base, byte[] longs, byte[] shorts, byte[] bands) {
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.base = base;
        this.longs = longs;
        this.shorts = shorts;
        this.bands = bands;
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

    /** The band of leverage that holds most of a bin, both sides together; null where nothing is. */
    public Tier.@Nullable Band largest(int bin) {
        int i = bin - base;
        int band = i < 0 || i >= Bins.COUNT ? 0 : bands[i];
        return band == 0 ? null : BANDS.get(band - 1);
    }

    /** Raises each of some bins, from an absolute one on, to its value here where that is higher. */
    void raise(int firstBin, byte[] itsLongs, byte[] itsShorts, byte[] itsBands) {
        int move = firstBin - base;
        for (int i = Math.max(0, -move); i < Math.min(itsLongs.length, Bins.COUNT - move); i++) {
            int own = Math.max(longs[i + move] & 0xff, shorts[i + move] & 0xff);
            if (own > Math.max(itsLongs[i] & 0xff, itsShorts[i] & 0xff)) {
                itsBands[i] = bands[i + move];
            }
            if ((longs[i + move] & 0xff) > (itsLongs[i] & 0xff)) {
                itsLongs[i] = longs[i + move];
            }
            if ((shorts[i + move] & 0xff) > (itsShorts[i] & 0xff)) {
                itsShorts[i] = shorts[i + move];
            }
        }
    }

    /** The same picture for longer. */
    HeatColumn lasting(long untilMillis) {
        return new HeatColumn(startMillis, untilMillis, base, longs, shorts, bands);
    }

    /** This column and the one that follows it as one: of each bin the higher value, so that a level is seen until it fired. */
    @Override
    public HeatColumn joined(HeatColumn later) {
        int move = later.base - base;
        return new HeatColumn(
                startMillis,
                later.endMillis,
                later.base,
                higher(longs, later.longs, move),
                higher(shorts, later.shorts, move),
                bandsOfHigher(later, move));
    }

    private byte[] bandsOfHigher(HeatColumn later, int move) {
        byte[] both = Arrays.copyOf(later.bands, later.bands.length);
        for (int i = Math.max(0, -move); i < Math.min(both.length, bands.length - move); i++) {
            int earlier = Math.max(longs[i + move] & 0xff, shorts[i + move] & 0xff);
            if (earlier > Math.max(later.longs[i] & 0xff, later.shorts[i] & 0xff)) {
                both[i] = bands[i + move];
            }
        }
        return both;
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
