package io.faultline.ui.heatmap;

import io.faultline.liquidation.Figures;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.text.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the model holds of one side in some bins, of the chosen venues and tiers.
 *
 * @param byBand at risk by band of leverage, USD; without those that hold nothing
 * @param byVenue at risk by venue, USD; without those that hold nothing
 */
record MassAt(PositionSide side, Figures figures, Map<Tier.Band, Double> byBand, Map<Venue, Double> byVenue) {

    /** Of bins from one to another, both included. */
    static MassAt of(List<GridSnapshot> grids, Selection selection, PositionSide side, int firstBin, int lastBin) {
        return of(grids, grids, selection, side, firstBin, lastBin);
    }

    /**
     * The same of grids of the past.
     *
     * @param judges say what is expected of a mass: the grids of now, of which one may be missing
     */
    static MassAt of(
            List<GridSnapshot> grids,
            List<GridSnapshot> judges,
            Selection selection,
            PositionSide side,
            int firstBin,
            int lastBin) {
        Figures figures = Figures.NONE;
        Map<Tier.Band, Double> byBand = new EnumMap<>(Tier.Band.class);
        Map<Venue, Double> byVenue = new EnumMap<>(Venue.class);
        for (GridSnapshot grid : grids) {
            double ofVenue = 0;
            for (Tier tier : selection.venues().contains(grid.venue()) ? selection.tiers() : List.<Tier>of()) {
                double usd = 0;
                for (int bin = firstBin; bin <= lastBin; bin++) {
                    usd += grid.massUsd(side, tier, bin);
                }
                if (usd > 0) {
                    byBand.merge(tier.band(), usd, Double::sum);
                }
                ofVenue += usd;
            }
            if (ofVenue > 0) {
                byVenue.put(grid.venue(), ofVenue);
                figures = figures.plus(new Figures(ofVenue, judge(judges, grid).expect(side, ofVenue)));
            }
        }
        return new MassAt(side, figures, byBand, byVenue);
    }

    private static GridSnapshot judge(List<GridSnapshot> judges, GridSnapshot grid) {
        for (GridSnapshot judge : judges) {
            if (judge.venue() == grid.venue()) {
                return judge;
            }
        }
        return grid;
    }

    /** {@code BN 47 %  BY 25 %}, the largest first. */
    String venueShares() {
        StringBuilder words = new StringBuilder();
        byVenue.entrySet().stream()
                .sorted(Map.Entry.<Venue, Double>comparingByValue().reversed())
                .forEach(each -> words.append(words.isEmpty() ? "" : "  ")
                        .append(each.getKey().code())
                        .append(' ')
                        .append(Numbers.percent(each.getValue() / figures.atRiskUsd(), 0)));
        return words.toString();
    }
}
