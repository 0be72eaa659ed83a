package io.faultline.ui.panel;

import io.faultline.liquidation.Asymmetry;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The liquidation model at one moment as the user has chosen to see it: what map, ladder and figures are drawn from. USD
 * in the chosen basis unless said otherwise. Immutable.
 */
public final class Masses {
    private final Projection projection;
    private final Selection selection;
    private final MassBasis basis;
    private final double discount;
    private final Profile atRisk;
    private final Profile shown;
    private final Map<Tier.Band, Profile> bands;
    private final Map<Venue, Profile> venues;
    private final boolean known;

    private Masses(List<GridSnapshot> grids, Selection selection, MassBasis basis, double discount) {
        this.selection = selection;
        this.basis = basis;
        this.discount = discount;
        projection = Projection.of(grids, selection);
        known = !Double.isNaN(projection.mark());
        atRisk = projection.profile(io.faultline.liquidation.Basis.AT_RISK);
        shown = basis == MassBasis.EXPECTED ? projection.profile(basis.basis()) : atRisk;
        bands = known ? Projection.byBand(grids, selection, basis.basis()) : new EnumMap<>(Tier.Band.class);
        venues = projection.byVenue(basis.basis());
    }

    /** What those grids say, as chosen. */
    static Masses of(List<GridSnapshot> grids, LiquidationControl chosen) {
        return new Masses(grids, chosen.selection(), chosen.basis(), chosen.discount());
    }

    /** Whether anything is modelled; if not, every figure is unknown, and none is zero. */
    public boolean known() {
        return known;
    }

    /** The median mark of the chosen venues; NaN where nothing is modelled. */
    public double mark() {
        return projection.mark();
    }

    public MassBasis basis() {
        return basis;
    }

    /** Whether the same is chosen of another moment, so that bars may keep their scale. */
    public boolean sameChoice(Masses other) {
        return basis == other.basis && discount == other.discount && selection.equals(other.selection);
    }

    /** Share taken off for the discounted figure. */
    public double discount() {
        return discount;
    }

    /** What the profiles' USD are multiplied by to be in the basis shown. */
    public double factor() {
        return basis == MassBasis.DISCOUNTED ? 1 - discount : 1;
    }

    /** All that is chosen, to be multiplied by {@link #factor}. */
    public Profile profile() {
        return shown;
    }

    /** The same as mass at risk, whatever basis is chosen. */
    public Profile atRisk() {
        return atRisk;
    }

    /** The same by band of leverage, the lowest first; only chosen bands. */
    public Map<Tier.Band, Profile> bands() {
        return bands;
    }

    /** The same by venue. */
    public Map<Venue, Profile> venues() {
        return venues;
    }

    /** Open interest of the chosen venues as a share of that of all; NaN where there is none. */
    public double openInterestShare() {
        return projection.openInterestShare();
    }

    /** Open interest of the chosen venues, USD. */
    public double openInterestUsd() {
        return projection.openInterestUsd();
    }

    /** Whether the model's window reaches to those prices: beyond it nothing is known. */
    public boolean covers(double lowPrice, double highPrice) {
        return known
                && lowPrice >= Bins.lowerEdge(shown.base())
                && highPrice <= Bins.lowerEdge(shown.base() + Bins.COUNT);
    }

    /** At risk and expected of one side between two prices; a bin that is cut counts by its share. */
    public Figures figures(PositionSide side, double lowPrice, double highPrice) {
        return projection.figuresBetween(side, lowPrice, highPrice);
    }

    /** At risk and expected of one side, from the mark as far as a distance, a fraction of the mark. */
    public Figures figuresWithin(PositionSide side, double distance) {
        return side == PositionSide.LONG
                ? figures(side, mark() * (1 - distance), mark())
                : figures(side, mark(), mark() * (1 + distance));
    }

    /** Longs below the mark or shorts above it, USD at risk, as far as a distance. */
    public double atRiskWithinUsd(PositionSide side, double distance) {
        return atRisk.withinUsd(side, distance);
    }

    /** Which side is heavier within a distance, by what is at risk. */
    public Asymmetry asymmetry(double distance) {
        return atRisk.asymmetry(distance);
    }
}
