package io.faultline.desk;

import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.PastState;
import io.faultline.liquidation.StepReport;
import io.faultline.liquidation.SweptLevel;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.VenueInputs;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Liquidation;
import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The liquidation grids of the desk's symbol, fed with what its venues say. A function of the events alone, as the desk
 * is: it counts in exchange time, which the events bring. On the desk's thread.
 */
final class LiquidationModel {
    private static final int SWEPT = 20_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SECOND = 1_000;

    private final boolean modelled;
    private final SymbolBrackets brackets;
    private final TimeLog<SweptLevel> swept = new TimeLog<>(SWEPT, 0);
    private final SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, this::stepped, swept::append);
    private final Map<Venue, VenueModel> venues = new EnumMap<>(Venue.class);
    private final EnumSet<Venue> stepped = EnumSet.noneOf(Venue.class);
    private Background background = Background.NONE;
    private HeatWindow heat = new HeatWindow(background);
    private long inputs;
    private long nowMillis;
    private List<GridSnapshot> grids = List.of();
    private GridView.Heat lastHeat = GridView.Heat.NONE;

    /**
     * @param symbol canonical; only contracts in USDT are modelled
     * @param tables margin tables that are known beforehand; without any nothing is modelled
     */
    LiquidationModel(String symbol, MarginTables tables) {
        modelled = !tables.isEmpty() && symbol.endsWith("USDT") && symbol.indexOf('-') < 0;
        brackets = new SymbolBrackets(symbol, tables);
    }

    /** Where pictures are computed from now on. */
    void runBy(Background by) {
        background = by;
        heat = new HeatWindow(by);
    }

    private void stepped(Venue venue, GridBar bar, StepReport report) {
        if (stepped.add(venue)) {
            inputs++; // a picture that was begun before does not know the venue
        }
    }

    void picture(PictureChoice choice) {
        heat.want(choice);
    }

    /** @param answer is completed on the worker */
    void gridsAt(long millis, CompletableFuture<List<GridSnapshot>> answer) {
        List<VenueInputs> from = grid.inputs();
        ModelParameters parameters = grid.parameters();
        PictureChoice choice = heat.wanted();
        boolean known = millis >= grid.knownFromMillis();
        background.worker().execute(() -> {
            if (!answer.isDone()) {
                answer.complete(
                        known ? PastState.at(from, parameters, choice.lookBack(), choice.window(), millis) : List.of());
            }
        });
    }

    /** Ends the steps that are over. */
    void advance(long nanos) {
        if (!venues.isEmpty()) {
            long now = nanos / NANOS_PER_MILLI + medianOffset();
            if (Math.floorDiv(now, SECOND) > Math.floorDiv(nowMillis, SECOND)) {
                grid.advance(now);
            }
            nowMillis = Math.max(nowMillis, now);
        }
    }

    /** One venue's clock may be wrong; of several the middle one is right. */
    private long medianOffset() {
        long[] offsets = venues.values().stream()
                .filter(venue -> venue.clock().isKnown())
                .mapToLong(venue -> venue.clock().offset())
                .sorted()
                .toArray();
        return offsets.length == 0 ? 0 : offsets[offsets.length / 2];
    }

    /** A trade that was not told before. */
    void trade(Trade trade, VenueState state) {
        VenueModel venue = venue(state);
        if (venue != null) {
            venue.trade(trade);
        }
    }

    /** A liquidation that was not reported before. */
    void forced(Liquidation liquidation, VenueState state) {
        VenueModel venue = venue(state);
        if (venue != null) {
            venue.forced(liquidation);
        }
    }

    /** Any other event about the symbol, after {@code state} has taken it in. */
    void see(MarketEvent.OfInstrument event, VenueState state) {
        if (event instanceof RiskTiers tiers) {
            brackets.tell(tiers);
            venues.values().forEach(venue -> venue.reprice(brackets, nowMillis));
        } else if (event instanceof InstrumentListing && venues.containsKey(event.venue())) {
            venues.get(event.venue()).reprice(brackets, nowMillis);
        }
        VenueModel venue = venue(state);
        if (venue != null) {
            venue.see(event);
        }
    }

    /** A venue is modelled from its first word on, or from when it is known how much its contracts are. */
    private @Nullable VenueModel venue(VenueState state) {
        VenueModel venue = venues.get(state.instrument().venue());
        if (venue == null && modelled && state.sized()) {
            venue = brackets.choose(state.instrument(), state.contractSize())
                    .map(choice -> new VenueModel(state, grid, choice))
                    .orElse(null);
            if (venue != null) {
                venues.put(state.instrument().venue(), venue);
            }
        }
        return venue;
    }

    void see(FeedStatus status) {
        VenueModel venue = venues.get(status.venue());
        if (venue != null) {
            venue.see(status);
        }
    }

    /** Events of a venue never reached the desk. */
    void eventsLost(Venue of, long nanos) {
        VenueModel venue = venues.get(of);
        if (venue != null) {
            venue.eventsLost(nanos);
        }
    }

    /** @param fresh whether the grids are to be copied again */
    GridView view(boolean fresh) {
        if (venues.isEmpty()) {
            return GridView.NONE;
        }
        if (fresh) {
            grids = grid.snapshots(nowMillis);
            lastHeat = heat.heat(grid, inputs, nowMillis);
        }
        Map<Venue, Set<GridFlag>> flags = grid.flags(nowMillis);
        Map<Venue, GridView.Standing> standings = new EnumMap<>(Venue.class);
        venues.forEach((id, venue) -> standings.put(
                id,
                new GridView.Standing(
                        flags.getOrDefault(id, Set.of()),
                        venue.brackets().tables().at(nowMillis).validFrom())));
        return new GridView(
                grids, standings, lastHeat, swept, grid.parameters(), grid.knownFromMillis(), grid.liveSinceMillis());
    }

    /** Copies of the grids that count, for looking for clusters. */
    List<GridSnapshot> copies(long exchangeMillis) {
        return venues.isEmpty() ? List.of() : grid.snapshots(exchangeMillis);
    }

    /** What the grids were fed with. */
    List<VenueInputs> inputs() {
        return grid.inputs();
    }

    /** What each venue's figures rest on. */
    Map<Venue, Set<GridFlag>> flags(long exchangeMillis) {
        return grid.flags(exchangeMillis);
    }

    /** A venue's margin tables; null if it is not modelled. */
    @Nullable
    BracketTables tables(Venue of) {
        VenueModel venue = venues.get(of);
        return venue == null ? null : venue.brackets().tables();
    }

    /** Exchange time at a time of ours, both milliseconds since 1970. */
    long exchangeMillis(long receivedMillis) {
        return receivedMillis + medianOffset();
    }

    /** Where the inputs of the grids begin, exchange time; {@code Long.MAX_VALUE} without any. */
    long knownFromMillis() {
        return grid.knownFromMillis();
    }

    /** What the grids were made from: another object where they were made anew. */
    Object basis() {
        return grid.parameters();
    }

    void digest(StateDigest digest) {
        if (!venues.isEmpty()) {
            digest.add(nowMillis);
            venues.values().forEach(venue -> venue.digest(digest));
            grid.figures(digest::add);
            digest.add(swept.end());
        }
    }
}
