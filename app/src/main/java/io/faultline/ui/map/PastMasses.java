package io.faultline.ui.map;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Masses;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The model as it stood where the crosshair rests. It is computed anew, so it is asked for only when the crosshair has
 * stayed for a while, and one moment at a time. JavaFX thread only; answers come from any.
 */
final class PastMasses {
    private static final long REST_NANOS = 200_000_000L;

    private final LiquidationControl chosen;
    private final AtomicReference<@Nullable Answer> answered = new AtomicReference<>();
    private long wanted;
    private long wantedSince;
    private boolean waiting;
    private @Nullable Answer answer;
    private @Nullable Masses masses;
    private long version;

    private record Answer(long millis, List<GridSnapshot> grids) {}

    PastMasses(LiquidationControl chosen) {
        this.chosen = chosen;
    }

    /** Where that moment stands. */
    enum State {
        /** The crosshair has only just come there, or the answer is not here yet. */
        COMING,
        THERE,
        UNKNOWN
    }

    /** Wants the model of that moment, milliseconds since 1970; {@code clock} is any steady clock. */
    State at(long millis, long clock) {
        take();
        if (millis != wanted) {
            wanted = millis;
            wantedSince = clock;
        }
        if (answer != null && answer.millis() == millis) {
            return answer.grids().isEmpty() ? State.UNKNOWN : State.THERE;
        }
        if (!waiting && clock - wantedSince >= REST_NANOS) {
            ask(millis);
        }
        return State.COMING;
    }

    private void ask(long millis) {
        waiting = true;
        CompletableFuture<?> unused = chosen.gridsAt(millis)
                .whenComplete(
                        (grids, failure) -> answered.set(new Answer(millis, failure == null ? grids : List.of())));
    }

    private void take() {
        Answer here = answered.getAndSet(null);
        if (here != null) {
            waiting = false;
            answer = here;
            masses = null;
        }
    }

    /** What is chosen of the moment that is there. */
    Masses masses() {
        if (masses == null || version != chosen.version()) {
            version = chosen.version();
            masses = chosen.masses(answer == null ? List.of() : answer.grids());
        }
        return masses;
    }
}
