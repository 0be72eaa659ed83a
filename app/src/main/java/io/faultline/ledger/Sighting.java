package io.faultline.ledger;

import io.faultline.liquidation.Asymmetry;
import io.faultline.liquidation.ReportFeed;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All clusters as they were seen at one moment.
 *
 * @param millis exchange time
 * @param openInterestUsd of the venues that they are summed over
 * @param fundingPer8h mean over the venues with fresh rates; empty without any
 * @param asymmetry within the distance profile's outer bound
 * @param feed how much of their liquidations the venues report, by the one that reports least
 * @param clusters every one that is shown, fading ones included: what is missing has died
 */
public record Sighting(
        long millis,
        double mark,
        double openInterestUsd,
        OptionalDouble fundingPer8h,
        Asymmetry asymmetry,
        ReportFeed feed,
        List<SeenCluster> clusters) {
    public Sighting {
        clusters = List.copyOf(clusters);
    }
}
