package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one venue's inputs: the bars, since when they were seen live, and what of the others is not sure. */
final class KnownInputs {
    /** A hole behind a restored state that is no longer leaves nothing out that mattered. */
    private static final double SMALL_HOLE_SECONDS = 120;

    private final Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
    private InputLog log = new InputLog();
    private long liveSinceMillis = Long.MAX_VALUE;
    private @Nullable KeptVenue base;
    private boolean holed;

    /** An event of that time was seen live. */
    void heard(long millis, long stepMillis) {
        if (liveSinceMillis == Long.MAX_VALUE) {
            liveSinceMillis = Math.floorDiv(millis, stepMillis) * stepMillis;
        }
    }

    /** {@code Long.MAX_VALUE} before the first event. */
    long liveSinceMillis() {
        return liveSinceMillis;
    }

    /** Adds a live bar, or a hole between two. */
    void append(GridBar bar) {
        if (!bar.areTradesKnown()) {
            holed |= bar.seconds() > SMALL_HOLE_SECONDS;
        } else if (!holed) {
            flags.remove(GridFlag.RESTORED);
        }
        log.append(bar);
    }

    /** Makes this all that is known; it holds what was seen live so far, or joins on to it. */
    void replace(KeptVenue kept) {
        log = new InputLog();
        kept.bars().forEach(log::append);
        holed = false;
        flags.clear();
        flags.addAll(kept.flags());
        liveSinceMillis = Math.min(liveSinceMillis, kept.liveSinceMillis());
        if (kept.flags().contains(GridFlag.RESTORED)) {
            base = kept;
        }
    }

    /** The state of an earlier session; null if there is none. */
    @Nullable
    KeptVenue base() {
        return base;
    }

    Set<GridFlag> flags() {
        return flags;
    }

    List<GridBar> bars() {
        return log.bars();
    }

    /** Bars that were seen live. */
    List<GridBar> live() {
        return from(liveSinceMillis);
    }

    /** Bars that begin at that time or later. */
    List<GridBar> from(long millis) {
        List<GridBar> bars = new ArrayList<>(log.bars());
        bars.removeIf(bar -> bar.startMillis() < millis);
        return bars;
    }

    /** Those of the last hours; less work than {@link #from}. */
    List<GridBar> since(long millis) {
        return log.since(millis);
    }

    @Nullable
    GridBar newest() {
        return log.newest();
    }

    /** {@code Long.MAX_VALUE} without any. */
    long beginMillis() {
        return log.startMillis();
    }

    /** {@code Long.MIN_VALUE} without any. */
    long endMillis() {
        return log.endMillis();
    }
}
