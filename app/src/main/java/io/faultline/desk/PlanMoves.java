package io.faultline.desk;

import java.util.OptionalDouble;

/**
 * Prices of a plan that the user has put elsewhere, USD; empty where the rule's own stands. They come onto the tick.
 */
public record PlanMoves(OptionalDouble entry, OptionalDouble stop, OptionalDouble target) {
    /** All as the rule has them. */
    public static final PlanMoves NONE =
            new PlanMoves(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** A price of a plan that can be moved. */
    public enum Handle {
        ENTRY,
        STOP,
        TARGET
    }

    /** The same with one price put elsewhere. */
    public PlanMoves with(Handle handle, double price) {
        OptionalDouble to = OptionalDouble.of(price);
        return switch (handle) {
            case ENTRY -> new PlanMoves(to, stop, target);
            case STOP -> new PlanMoves(entry, to, target);
            case TARGET -> new PlanMoves(entry, stop, to);
        };
    }
}
