package io.faultline.ui.panel;

import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the user has chosen to see of the liquidation model, for all panels of a symbol: heatmap, map, ladder, table.
 * What needs another picture is asked of the session at once. JavaFX thread only.
 */
public final class LiquidationControl {
    private final Consumer<PictureChoice> wanted;
    private final EnumSet<Tier.Band> bands = EnumSet.allOf(Tier.Band.class);
    private final EnumSet<Venue> venues = EnumSet.allOf(Venue.class);
    private boolean liquidations = true;
    private HeatType type = HeatType.CUMULATIVE;
    private MassBasis basis = MassBasis.AT_RISK;
    private LookBack lookBack = LookBack.ALL_POSITIONS;
    private Window window = Window.H24;
    private double discount = Figures.DEFAULT_DISCOUNT;
    private boolean coldZones;
    private boolean mapByVenue;
    private long version;

    /** @param wanted is told of each picture that is wanted, such as {@link io.faultline.desk.Session#picture} */
    public LiquidationControl(Consumer<PictureChoice> wanted) {
        this.wanted = wanted;
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    /** Whether the heatmap shows liquidations; resting depth if not. */
    public boolean liquidations() {
        return liquidations;
    }

    public void liquidations(boolean shown) {
        liquidations = shown;
        version++;
    }

    public HeatType type() {
        return type;
    }

    /** Shows another type; it is of liquidations. */
    public void type(HeatType shown) {
        type = shown;
        liquidations = true;
        ask();
    }

    public MassBasis basis() {
        return basis;
    }

    public void basis(MassBasis shown) {
        basis = shown;
        ask();
    }

    public LookBack lookBack() {
        return lookBack;
    }

    public void lookBack(LookBack counted) {
        lookBack = counted;
        ask();
    }

    public Window window() {
        return window;
    }

    public void window(Window shown) {
        window = shown;
        ask();
    }

    /** The bands of leverage that are summed, in every type. */
    public Set<Tier.Band> bands() {
        return EnumSet.copyOf(bands);
    }

    /** Takes a band in or leaves it out; the last one stays. */
    public void toggle(Tier.Band band) {
        if (!bands.remove(band)) {
            bands.add(band);
        } else if (bands.isEmpty()) {
            bands.add(band);
            return;
        }
        ask();
    }

    /** The venues that are summed while the type is {@link HeatType#VENUES}; all of them in every other. */
    public Set<Venue> venues() {
        return type == HeatType.VENUES ? EnumSet.copyOf(venues) : EnumSet.allOf(Venue.class);
    }

    /** Takes a venue in or leaves it out of the exchange-specific type; the last one stays. */
    public void toggle(Venue venue) {
        if (!venues.remove(venue)) {
            venues.add(venue);
        } else if (venues.isEmpty()) {
            venues.add(venue);
            return;
        }
        ask();
    }

    /** Share taken off for the discounted figure. */
    public double discount() {
        return discount;
    }

    /** @param share within {@link Figures#DISCOUNT} */
    public void discount(double share) {
        discount = Math.max(Figures.DISCOUNT.least(), Math.min(Figures.DISCOUNT.most(), share));
        version++;
    }

    /** What masses are multiplied by to be what {@link #basis} shows; that of expected flow is each venue's own. */
    public double factor() {
        return basis == MassBasis.DISCOUNTED ? 1 - discount : 1;
    }

    public boolean coldZones() {
        return coldZones;
    }

    public void coldZones(boolean marked) {
        coldZones = marked;
        version++;
    }

    /** Whether the map's bars are stacked by venue; by tier if not. */
    public boolean mapByVenue() {
        return mapByVenue;
    }

    public void mapByVenue(boolean stacked) {
        mapByVenue = stacked;
        version++;
    }

    /** What is summed, in every panel. */
    public Selection selection() {
        EnumSet<Tier> tiers = EnumSet.noneOf(Tier.class);
        for (Tier tier : Tier.values()) {
            if (bands.contains(tier.band())) {
                tiers.add(tier);
            }
        }
        return new Selection(venues(), tiers);
    }

    public PictureChoice choice() {
        return new PictureChoice(selection(), basis.basis(), lookBack, window);
    }

    private void ask() {
        version++;
        wanted.accept(choice());
    }
}
