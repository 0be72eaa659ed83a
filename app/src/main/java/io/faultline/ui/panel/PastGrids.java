package io.faultline.ui.panel;

import io.faultline.desk.GridView;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The grids as they stood at the moments of the past that panels look at. All panels of a symbol ask here, since the session
 * answers only its newest question: one is asked at a time, and each moment once. JavaFX thread only.
 */
final class PastGrids {
    /** More than there are panels that look at the past, so that none pushes out what another still shows. */
    private static final int KEPT = 4;

    private final LongFunction<CompletableFuture<List<GridSnapshot>>> session;
    private final Map<Long, List<GridSnapshot>> known = new LinkedHashMap<>(2 * KEPT, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<GridSnapshot>> leastLookedAt) {
            return size() > KEPT;
        }
    };

    private @Nullable Grounds grounds;
    private @Nullable CompletableFuture<List<GridSnapshot>> asked;
    private long askedMillis;
    private long version;

    /**
     * What answers rest on: under another they are others.
     *
     * @param window that the positions were built in; null where all count
     */
    private record Grounds(
            GridView.Epoch epoch,
            long knownFromMillis,
            LookBack lookBack,
            @Nullable Window window) {
        static Grounds of(GridView grid, LookBack lookBack, Window window) {
            boolean built = lookBack == LookBack.BUILT_IN_WINDOW;
            return new Grounds(grid.epoch(), grid.knownFromMillis(), lookBack, built ? window : null);
        }
    }

    PastGrids(LongFunction<CompletableFuture<List<GridSnapshot>>> session) {
        this.session = session;
    }

    /**
     * Those of a moment, and wants them: while they are not here this has to be called again when {@link #version} has risen.
     *
     * @param millis exchange time
     * @param now the model as it is shown now
     * @return null while they are being computed, or wait for their turn; empty where they cannot be known
     */
    @Nullable
    List<GridSnapshot> at(long millis, GridView now, LookBack lookBack, Window window) {
        take();
        Grounds next = Grounds.of(now, lookBack, window);
        if (!next.equals(grounds)) {
            grounds = next;
            known.clear();
            asked = null;
        }
        if (asked == null && !known.containsKey(millis)) {
            askedMillis = millis;
            asked = session.apply(millis);
            take();
        }
        return known.get(millis);
    }

    /** Rises with every answer. */
    long version() {
        take();
        return version;
    }

    private void take() {
        CompletableFuture<List<GridSnapshot>> done = asked;
        if (done == null || !done.isDone()) {
            return;
        }
        asked = null;
        version++;
        if (!done.isCancelled()) { // who was to answer has ended: it is asked again, of who took its place
            known.put(askedMillis, done.isCompletedExceptionally() ? List.of() : done.join());
        }
    }
}
