package io.faultline.liquidation;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The live steps of a venue that have not ended. Steps end at whole multiples of their length; each waits up to one more
 * length for a sample of open interest, so a second one may be filling.
 */
final class StepQueue {
    private final long stepMillis;
    private final Consumer<StepInputs> ended;
    private @Nullable StepInputs filling;
    private @Nullable StepInputs waiting;

    /** @param ended is given each step once, in order of time */
    StepQueue(long stepMillis, Consumer<StepInputs> ended) {
        this.stepMillis = stepMillis;
        this.ended = ended;
    }

    boolean isEmpty() {
        return filling == null && waiting == null;
    }

    /**
     * The step that an event belongs to; one that is older than all open steps joins the oldest.
     *
     * @param notBefore end of the inputs that are known already
     */
    StepInputs at(long millis, long notBefore) {
        advance(millis);
        if (waiting != null && millis < waiting.endMillis()) {
            return waiting;
        }
        if (filling == null) {
            long start = Math.floorDiv(Math.max(millis, notBefore), stepMillis) * stepMillis;
            filling = new StepInputs(start, start + stepMillis);
        }
        return filling;
    }

    /** The first sample after a step's end ends it. */
    void openInterest(long millis, double coins, long notBefore) {
        StepInputs inputs = at(millis, notBefore);
        if (waiting != null && waiting != inputs) {
            waiting.openInterest(coins);
            endWaiting();
        }
        inputs.openInterest(coins);
    }

    /** Ends the steps that need not wait any longer. */
    void advance(long millis) {
        if (filling != null && millis >= filling.endMillis()) {
            endWaiting();
            waiting = filling;
            filling = null;
        }
        if (waiting != null && millis >= waiting.endMillis() + stepMillis) {
            endWaiting();
        }
    }

    /** Ends a step of which nothing is known, at the last whole multiple of its length. */
    void idle(long millis) {
        long end = Math.floorDiv(millis, stepMillis) * stepMillis;
        StepInputs nothing = new StepInputs(end - stepMillis, end);
        nothing.tradesLost();
        ended.accept(nothing);
    }

    /** Ends all steps that are open, however little they hold. */
    void end() {
        endWaiting();
        waiting = filling;
        filling = null;
        endWaiting();
    }

    private void endWaiting() {
        StepInputs inputs = waiting;
        waiting = null;
        if (inputs != null) {
            ended.accept(inputs);
        }
    }
}
