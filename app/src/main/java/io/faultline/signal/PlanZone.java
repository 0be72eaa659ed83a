package io.faultline.signal;

import io.faultline.market.PositionSide;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that is planned for, and its neighbours.
 *
 * @param opposite near edge of the nearest cluster of the other side; null if there is none
 * @param next near edge of the next cluster of the same side; null if there is none
 */
public record PlanZone(
        PositionSide side,
        double near,
        double far,
        @Nullable Double opposite,
        @Nullable Double next) {}
