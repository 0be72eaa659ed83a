package io.faultline.cli;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.ClosingStep;
import io.faultline.practice.crowd.CrowdListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Adds up the positions whose margin ran out, which no venue tells. On the thread that moves the market. */
final class SweptPositions implements CrowdListener {
    private final ToDoubleFunction<Venue> lot;
    private final List<Fill> fills = new ArrayList<>();
    private double usd;

    /** What of a position was closed through the book. */
    private record Fill(long millis, PositionSide side, double usd) {}

    /** @param lot coins in one lot of a venue */
    SweptPositions(ToDoubleFunction<Venue> lot) {
        this.lot = lot;
    }

    @Override
    public void closing(
            Venue venue, long millis, ClosingStep step, long position, PositionSide side, long lots, double price) {
        double notional = lots * lot.applyAsDouble(venue) * price;
        if (step == ClosingStep.TRIGGERED) {
            usd += notional;
        } else if (step == ClosingStep.FILLED) {
            fills.add(new Fill(millis, side, notional));
        }
    }

    /** Notional at the mark that triggered them. */
    double usd() {
        return usd;
    }

    /** What was closed of a side through the books of all venues from one time to another, USD: the most that can be told. */
    double filledUsd(PositionSide side, long fromMillis, long toMillis) {
        return fills.stream()
                .filter(fill -> fill.side() == side && fill.millis() >= fromMillis && fill.millis() < toMillis)
                .mapToDouble(Fill::usd)
                .sum();
    }
}
