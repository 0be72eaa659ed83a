package io.faultline.ui.heatmap;

import io.faultline.desk.GridView;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.ColdZones;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.text.Numbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The model as it stands now, as the user has chosen to see it. What is dear to compute is computed when it is asked for, once
 * for each state of the grids.
 */
final class MassNow {
    private final LiquidationControl control;
    private GridView grid = GridView.NONE;
    private List<GridSnapshot> counted = List.of();
    private Selection selection = Selection.ALL;
    private long version = -1;
    private @Nullable Projection projection;
    private @Nullable Profile profile;
    private @Nullable List<Cold> cold;

    /**
     * A stretch of prices where hardly anything would be liquidated.
     *
     * @param atRiskUsd of both sides in it
     */
    record Cold(double low, double high, double atRiskUsd) {}

    MassNow(LiquidationControl control) {
        this.control = control;
    }

    /** Takes the newest state. */
    void read(GridView newest) {
        List<GridSnapshot> now = newest.counted();
        boolean same = counted.equals(now) && version == control.version();
        grid = newest;
        if (!same) {
            counted = now;
            version = control.version();
            selection = control.selection();
            projection = null;
            profile = null;
            cold = null;
        }
    }

    /** The grids of the positions that count. */
    List<GridSnapshot> grids() {
        return counted;
    }

    GridView grid() {
        return grid;
    }

    Selection selection() {
        return selection;
    }

    /** Whether any of the chosen venues is modelled. */
    boolean known() {
        return counted.stream().anyMatch(each -> selection.venues().contains(each.venue()));
    }

    Projection projection() {
        Projection made = projection;
        if (made == null) {
            made = Projection.of(counted, selection);
            projection = made;
        }
        return made;
    }

    /** Of the basis chosen; not yet discounted. */
    Profile profile() {
        Profile made = profile;
        if (made == null) {
            made = projection().profile(control.basis().basis());
            profile = made;
        }
        return made;
    }

    List<Cold> cold() {
        List<Cold> made = cold;
        if (made == null) {
            made = ColdZones.of(projection().profile(Basis.AT_RISK)).stream()
                    .map(this::cold)
                    .toList();
            cold = made;
        }
        return made;
    }

    private Cold cold(ColdZones.Zone zone) {
        return new Cold(
                Bins.lowerEdge(zone.firstBin()),
                Bins.lowerEdge(zone.lastBin() + 1),
                projection()
                                .figures(PositionSide.LONG, zone.firstBin(), zone.lastBin())
                                .atRiskUsd()
                        + projection()
                                .figures(PositionSide.SHORT, zone.firstBin(), zone.lastBin())
                                .atRiskUsd());
    }

    MassAt at(PositionSide side, int firstBin, int lastBin) {
        return MassAt.of(counted, selection, side, firstBin, lastBin);
    }

    /** What is expected of a mass whose venues are not known: shared out as all mass of that side is now. */
    Figures estimate(PositionSide side, double atRiskUsd) {
        Map<Venue, Profile> venues = projection().byVenue(Basis.AT_RISK);
        double all = 0;
        for (Profile venue : venues.values()) {
            all += sum(venue, side);
        }
        Figures sum = Figures.NONE;
        for (GridSnapshot each : counted) {
            Profile venue = venues.get(each.venue());
            double share = venue == null || all <= 0 ? 0 : sum(venue, side) / all;
            sum = sum.plus(new Figures(share * atRiskUsd, each.expect(side, share * atRiskUsd)));
        }
        return sum;
    }

    /** What share of all mass of a side its venues are expected to report. */
    double reportedShare(PositionSide side) {
        Figures all = projection().figures(side);
        return all.atRiskUsd() > 0 ? all.expected().meanUsd() / all.atRiskUsd() : 0;
    }

    private static double sum(Profile venue, PositionSide side) {
        return venue.sumUsd(side, venue.base(), venue.base() + Bins.COUNT - 1);
    }

    /** Whether no chosen venue says its open interest, so that sizes only compare with one another, model 9. */
    boolean relative() {
        boolean any = false;
        for (Venue venue : selection.venues()) {
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
        double all = projection().figures(PositionSide.LONG).atRiskUsd()
                + projection().figures(PositionSide.SHORT).atRiskUsd();
        return Numbers.percent(usd / all, 2);
    }
}
