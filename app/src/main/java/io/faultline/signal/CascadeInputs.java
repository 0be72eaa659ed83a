package io.faultline.signal;

import io.faultline.market.PositionSide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cascade needs. Null is "not known", which never counts as met.
 *
 * @param price mark
 * @param nearEdges near edges of the significant clusters of that side, in any order
 * @param openInterest now, in base, so that a move of price does not look like flow
 * @param openInterest4hAgo in base
 * @param volume4hUsd traded in the last 4 h
 * @param volume24hUsd traded in the last 24 h
 * @param range4h high less low of the last 4 h, a fraction of price
 */
public record CascadeInputs(
        PositionSide side,
        double price,
        List<Double> nearEdges,
        @Nullable Double openInterest,
        @Nullable Double openInterest4hAgo,
        @Nullable Double volume4hUsd,
        @Nullable Double volume24hUsd,
        @Nullable Double range4h) {
    public CascadeInputs {
        nearEdges = List.copyOf(nearEdges);
    }
}
