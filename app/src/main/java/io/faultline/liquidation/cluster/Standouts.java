package io.faultline.liquidation.cluster;

import io.faultline.market.PositionSide;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The two clusters of a side that everybody asks for.
 *
 * @param nearest the one whose near edge price would meet first; empty if none lies ahead
 * @param largest the one with most mass; empty if there is none
 */
public record Standouts(Optional<Track> nearest, Optional<Track> largest) {

    /** Among those shown, at this mark price. */
    public static Standouts of(List<Track> tracks, PositionSide side, double mark) {
        List<Track> shown = tracks.stream()
                .filter(track -> track.shown() && track.side() == side)
                .toList();
        return new Standouts(
                shown.stream()
                        .filter(track -> track.cluster().distance(mark) > 0)
                        .min(Comparator.comparingDouble(track -> track.cluster().distance(mark))),
                shown.stream()
                        .max(Comparator.comparingDouble(track -> track.cluster().massUsd())));
    }
}
