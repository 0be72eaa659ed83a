package io.faultline.ui.heatmap;

import io.faultline.desk.GridView;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.ColdZones;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Selection;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model as it stands now, as the user has chosen to see it. What is dear to compute is computed when it is asked for, once
 * for each state of the grids.
 */
final class MassNow {
    private final LiquidationControl control;
    private GridView grid = GridView.NONE;
    private Masses masses;
    private @Nullable List<Cold> cold;

    /**
     * A stretch of prices where hardly anything would be liquidated.
     *
     * @param atRiskUsd of both sides in it
     */
    record Cold(double low, double high, double atRiskUsd) {}

    MassNow(LiquidationControl control) {
        this.control = control;
        masses = control.masses(grid);
    }

    /** Takes the newest state. */
    @SuppressWarnings("ReferenceEquality") // the same object until the grids, or what is chosen, have changed
    void read(GridView newest) {
        grid = newest;
        Masses now = control.masses(newest);
        cold = now == masses ? cold : null;
        masses = now;
    }

    GridView grid() {
        return grid;
    }

    /** The grids of the positions that count. */
    List<GridSnapshot> grids() {
        return grid.counted();
    }

    Selection selection() {
        return control.selection();
    }

    /** What the grids say as chosen. */
    Masses masses() {
        return masses;
    }

    /** At risk and expected of one side of a bin. */
    Figures figures(PositionSide side, int bin) {
        return masses.figures(side, Bins.lowerEdge(bin), Bins.lowerEdge(bin + 1));
    }

    private Figures all(PositionSide side) {
        int base = masses.atRisk().base();
        return masses.figures(side, Bins.lowerEdge(base), Bins.lowerEdge(base + Bins.COUNT));
    }

    List<Cold> cold() {
        List<Cold> made = cold;
        if (made == null) {
            made = ColdZones.of(masses.atRisk()).stream().map(this::cold).toList();
            cold = made;
        }
        return made;
    }

    private Cold cold(ColdZones.Zone zone) {
        Profile profile = masses.atRisk();
        return new Cold(
                Bins.lowerEdge(zone.firstBin()),
                Bins.lowerEdge(zone.lastBin() + 1),
                profile.sumUsd(PositionSide.LONG, zone.firstBin(), zone.lastBin())
                        + profile.sumUsd(PositionSide.SHORT, zone.firstBin(), zone.lastBin()));
    }

    /** What is expected of a mass whose venues are not known: shared out as all mass of that side is now. */
    Figures estimate(PositionSide side, double atRiskUsd) {
        double all = 0;
        for (Profile venue : masses.venues().values()) {
            all += sum(venue, side);
        }
        Figures sum = Figures.NONE;
        for (GridSnapshot each : grids()) {
            Profile venue = masses.venues().get(each.venue());
            double share = venue == null || all <= 0 ? 0 : sum(venue, side) / all;
            sum = sum.plus(new Figures(share * atRiskUsd, each.expect(side, share * atRiskUsd)));
        }
        return sum;
    }

    /** What share of all mass of a side its venues are expected to report. */
    double reportedShare(PositionSide side) {
        Figures all = all(side);
        return all.atRiskUsd() > 0 ? all.expected().meanUsd() / all.atRiskUsd() : 0;
    }

    private static double sum(Profile venue, PositionSide side) {
        return venue.sumUsd(side, venue.base(), venue.base() + Bins.COUNT - 1);
    }

    /** Whether no chosen venue says its open interest, so that sizes only compare with one another, model 9. */
    boolean relative() {
        boolean any = false;
        for (Venue venue : control.venues()) {
            GridView.Standing standing = grid.venues().get(venue);
            if (standing != null && !standing.flags().contains(GridFlag.NO_OI)) {
                return false;
            }
            any |= standing != null;
        }
        return any;
    }

    /** An amount in USD, or, where sizes are only relative, its share of all that is modelled. */
    String figure(double usd) {
        if (!relative()) {
            return Numbers.usd(usd);
        }
        double all =
                all(PositionSide.LONG).atRiskUsd() + all(PositionSide.SHORT).atRiskUsd();
        return Numbers.percent(usd / all, 2);
    }
}
