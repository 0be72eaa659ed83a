package io.faultline.liquidation;

import java.util.List;

/**
 * Which picture of the past is wanted.
 *
 * @param nowMillis where it ends, exchange time
 */
public record PictureRequest(Selection selection, Basis basis, LookBack lookBack, Window window, long nowMillis) {
    long fromMillis() {
        return nowMillis - window.millis();
    }

    /** The bars that count: all, or those of the window. */
    List<GridBar> barsOf(VenueInputs venue) {
        if (lookBack == LookBack.ALL_POSITIONS) {
            return venue.bars();
        }
        return venue.bars().stream()
                .filter(bar -> bar.startMillis() >= fromMillis())
                .toList();
    }

    /** Bars that end by then only lay the stock of positions; within a window there is none. */
    long stockUntilMillis() {
        return lookBack == LookBack.ALL_POSITIONS ? nowMillis - InputLog.SPAN_MILLIS : Long.MIN_VALUE;
    }
}
