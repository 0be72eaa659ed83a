package io.faultline.ui.panel;

import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.Session;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import io.faultline.ui.axis.TimeAxis;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the user has chosen to see of the liquidation model, for all panels of a symbol: heatmap, map, ladder, table.
 * What needs another picture is asked of the session at once. JavaFX thread only.
 */
public final class LiquidationControl {
    private static final long NANOS = 1_000_000L;

    private final Consumer<PictureChoice> wanted;
    private final PastGrids past;
    private final EnumSet<Tier.Band> bands = EnumSet.allOf(Tier.Band.class);
    private final EnumSet<Venue> venues = EnumSet.allOf(Venue.class);
    private boolean liquidations = true;
    private HeatType type = HeatType.CUMULATIVE;
    private MassBasis basis = MassBasis.AT_RISK;
    private LookBack lookBack = LookBack.ALL_POSITIONS;
    private Window window = Window.H24;
    private double discount = Figures.DEFAULT_DISCOUNT;
    private boolean weekendCounts = true;
    private boolean coldZones;
    private boolean mapByVenue;
    private Timeframe timeframe = Timeframe.DAY;
    private Consumer<Window> windowChosen = chosen -> {};
    private long version;
    private List<GridSnapshot> projected = List.of();
    private long projectedVersion = -1;
    private Masses masses = Masses.of(List.of(), this);

    /** Without a past to ask for. */
    public LiquidationControl(Consumer<PictureChoice> wanted) {
        this(wanted, millis -> CompletableFuture.completedFuture(List.of()));
    }

    /**
     * @param wanted is told of each picture that is wanted, such as {@link Session#picture}
     * @param past what the grids were at a moment, such as {@link Session#gridsAt}
     */
    public LiquidationControl(
            Consumer<PictureChoice> wanted, LongFunction<CompletableFuture<List<GridSnapshot>>> past) {
        this.wanted = wanted;
        this.past = new PastGrids(past);
    }

    /** Of that session. */
    public static LiquidationControl of(Session session) {
        return new LiquidationControl(session::picture, session::gridsAt);
    }

    /** From now on that axis shows all of a window as soon as one is chosen. */
    void showOn(TimeAxis axis) {
        windowChosen = chosen -> axis.span(chosen.millis() * NANOS);
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

    /** Chooses a window; the time axis then shows all of it. */
    public void window(Window shown) {
        window = shown;
        windowChosen.accept(shown);
        ask();
    }

    /** Chooses the shortest window that holds so much time, and leaves the time axis as it is. */
    public void covering(long nanos) {
        Window chosen = Window.D30;
        for (Window each : Window.values()) {
            if (each.millis() * NANOS >= nanos && each.millis() < chosen.millis()) {
                chosen = each;
            }
        }
        if (chosen != window) {
            window = chosen;
            ask();
        }
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

    /** Whether a weekend is marked on clusters, and halves the risk of plans. */
    public boolean weekendCounts() {
        return weekendCounts;
    }

    /** Lets weekends count, or not. */
    public void weekendCounts(boolean on) {
        weekendCounts = on;
        version++;
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

    /**
     * The grids as they stood at a moment of the past, of the positions that are chosen; computed elsewhere, one moment at a
     * time. While they are not here this has to be called again when {@link #pastVersion} has risen.
     *
     * @param millis exchange time
     * @param now the model as it is shown now
     * @return null while they are being computed, or wait for their turn; empty where they cannot be known
     */
    public @Nullable List<GridSnapshot> gridsAt(long millis, GridView now) {
        return past.at(millis, now, lookBack, window);
    }

    /** Rises whenever grids of the past have come, of whatever moment. */
    public long pastVersion() {
        return past.version();
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

    /** What the grids say as chosen; the same object until they, or what is chosen, have changed. */
    @SuppressWarnings("ReferenceEquality") // a list of grids never changes: the same object says the same
    public Masses masses(GridView grid) {
        if (grid.counted() != projected || version != projectedVersion) {
            projected = grid.counted();
            projectedVersion = version;
            masses = Masses.of(projected, this);
        }
        return masses;
    }

    /** What those grids, of another moment, say as chosen now. */
    public Masses masses(List<GridSnapshot> grids) {
        return Masses.of(grids, this);
    }

    /** How long trades are meant to last: it says which distances count. */
    public Timeframe timeframe() {
        return timeframe;
    }

    /** Takes the distances of that timeframe, and its window. */
    public void timeframe(Timeframe chosen) {
        timeframe = chosen;
        window(windowOf(chosen));
    }

    /** Takes the distances of that timeframe, and leaves the window as it is. */
    public void distancesOf(Timeframe chosen) {
        timeframe = chosen;
        version++;
    }

    /** What a timeframe looks at: four hours to scalp, three days for a day trade, seven for a swing. */
    public static Window windowOf(Timeframe timeframe) {
        return switch (timeframe) {
            case SCALP -> Window.H4;
            case DAY -> Window.D3;
            case SWING -> Window.D7;
        };
    }

    private void ask() {
        version++;
        wanted.accept(choice());
    }
}
