package io.faultline.liquidation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One venue's inputs of the last 37 days, oldest first, the coarser the older: as they came for 4 h, then a minute, five
 * minutes and an hour a bar. From these any picture of the past is computed anew; no picture is kept.
 */
public final class InputLog {
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** History proper; what is kept from before it only lays the stock of positions. */
    public static final long SPAN_MILLIS = 30 * DAY;

    /** Before history proper: prices and volumes by which the stock is laid. */
    public static final long STOCK_MILLIS = 7 * DAY;

    private final AgingLog<GridBar> bars = new AgingLog<>(List.of(
            new AgingLog.Level(0, 4 * HOUR),
            new AgingLog.Level(MINUTE, DAY),
            new AgingLog.Level(5 * MINUTE, 7 * DAY),
            new AgingLog.Level(HOUR, SPAN_MILLIS + STOCK_MILLIS)));

    /** Takes a bar that begins where the last one ended or later; an earlier one is left out. Whether it was taken. */
    public boolean append(GridBar bar) {
        return bars.append(bar);
    }

    /** Start of the oldest bar; {@code Long.MAX_VALUE} if there is none. */
    long startMillis() {
        return bars.startMillis();
    }

    /** End of the newest bar; {@code Long.MIN_VALUE} if there is none. */
    public long endMillis() {
        return bars.endMillis();
    }

    /** Null if there is none. */
    @Nullable
    GridBar newest() {
        return bars.newest();
    }

    /** Bars of the last hours that begin at that time or later, oldest first. */
    List<GridBar> since(long millis) {
        return bars.since(millis);
    }

    /** Oldest first. */
    public List<GridBar> bars() {
        return bars.all();
    }
}
