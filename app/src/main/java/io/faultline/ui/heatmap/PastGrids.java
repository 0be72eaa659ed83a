package io.faultline.ui.heatmap;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.ui.panel.LiquidationControl;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The grids as they stood at the one moment of the past that is being looked at; they are computed elsewhere, one moment at
 * a time. JavaFX thread only.
 */
final class PastGrids {
    private final LiquidationControl control;
    private long millis = Long.MIN_VALUE;
    private @Nullable CompletableFuture<List<GridSnapshot>> asked;
    private @Nullable List<GridSnapshot> known;

    PastGrids(LiquidationControl control) {
        this.control = control;
    }

    /** Wants those of a moment; while another is still being computed it has to be asked for again. */
    void want(long moment) {
        if (moment == millis || (asked != null && !asked.isDone())) {
            return;
        }
        millis = moment;
        known = null;
        asked = control.gridsAt(moment);
    }

    /** Whether some are being computed. */
    boolean pending() {
        return asked != null;
    }

    /** Whether some have come since this was last asked. */
    boolean arrived() {
        CompletableFuture<List<GridSnapshot>> done = asked;
        if (done == null || !done.isDone()) {
            return false;
        }
        asked = null;
        known = done.isCompletedExceptionally() ? List.of() : done.getNow(List.of());
        return true;
    }

    /** Those of that moment; null while they are not known, empty where they cannot be. */
    @Nullable
    List<GridSnapshot> at(long moment) {
        return moment == millis ? known : null;
    }
}
