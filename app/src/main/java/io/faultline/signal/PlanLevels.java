package io.faultline.signal;

import io.faultline.market.TakerSide;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a plan, on the tick.
 *
 * @param order what is done at the entry
 * @param secondTarget beyond the first; null if there is none
 */
public record PlanLevels(
        TakerSide order,
        double entry,
        double stop,
        double target,
        @Nullable Double secondTarget) {
    /** Whether target and stop are on their sides of the entry. */
    public boolean valid() {
        return gain() > 0 && loss() > 0;
    }

    /** From entry to target, per unit. */
    public double gain() {
        return sign() * (target - entry);
    }

    /** From entry to stop, per unit. */
    public double loss() {
        return sign() * (entry - stop);
    }

    private int sign() {
        return order == TakerSide.BUY ? 1 : -1;
    }
}
