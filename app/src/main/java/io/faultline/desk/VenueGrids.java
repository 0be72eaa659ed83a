package io.faultline.desk;

import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.KeptVenue;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.StepReport;
import io.faultline.liquidation.SweptLevel;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.KeptGrid;
import io.faultline.market.Liquidation;
import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.market.VenueSwitch;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The liquidation grids of one symbol, fed with what its venues say. A function of the events alone, as the desk is: it
 * counts in exchange time, which the events bring. On the desk's thread.
 */
final class VenueGrids {
    private static final Logger LOG = LoggerFactory.getLogger(VenueGrids.class);
    private static final int SWEPT = 20_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SECOND = 1_000;

    private final boolean modelled;
    private final SymbolBrackets brackets;
    private final TimeLog<SweptLevel> swept = new TimeLog<>(SWEPT, 0);
    private final Map<Venue, VenueModel> venues = new EnumMap<>(Venue.class);
    private final Map<Venue, KeptGrid> unsized = new EnumMap<>(Venue.class);
    private final EnumSet<Venue> stepped = EnumSet.noneOf(Venue.class);
    private StepListener steps = StepListener.NONE;
    private SymbolGrid grid;
    private long inputs;
    private long madeAnew;
    private long nowMillis;

    /**
     * @param symbol canonical; only contracts in USDT are modelled
     * @param tables margin tables that are known beforehand; without any nothing is modelled
     */
    VenueGrids(String symbol, MarginTables tables, ModelParameters parameters) {
        modelled = !tables.isEmpty() && symbol.endsWith("USDT") && symbol.indexOf('-') < 0;
        brackets = new SymbolBrackets(symbol, tables);
        grid = new SymbolGrid(parameters, this::stepped, swept::append);
    }

    private void stepped(Venue venue, GridBar bar, StepReport report) {
        if (stepped.add(venue)) {
            inputs++; // a picture that was begun before does not know the venue
        }
        steps.stepped(venue, bar, report);
    }

    /** Who is told of every live step from now on. */
    void onStep(StepListener listener) {
        steps = listener;
    }

    SymbolGrid grid() {
        return grid;
    }

    boolean isEmpty() {
        return venues.isEmpty();
    }

    /** Rises whenever the inputs are others than those that followed from the ones before. */
    long inputs() {
        return inputs;
    }

    /** How often a grid was replaced by one that was made anew from its inputs. */
    long madeAnew() {
        return madeAnew;
    }

    /** Exchange time of the newest event. */
    long nowMillis() {
        return nowMillis;
    }

    TimeLog<SweptLevel> swept() {
        return swept;
    }

    /** The venues that are modelled, each with its brackets. */
    Map<Venue, BracketChoice> brackets() {
        Map<Venue, BracketChoice> chosen = new EnumMap<>(Venue.class);
        venues.forEach((venue, model) -> chosen.put(venue, model.brackets()));
        return chosen;
    }

    /** Time passes; whether another second has begun. */
    boolean advance(long nanos) {
        long now = nanos / NANOS_PER_MILLI + medianOffset();
        boolean second = Math.floorDiv(now, SECOND) > Math.floorDiv(nowMillis, SECOND);
        if (second) {
            grid.advance(now);
        }
        nowMillis = Math.max(nowMillis, now);
        return second;
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
            venue.trade(trade, grid);
        }
    }

    /** A liquidation that was not reported before. */
    void forced(Liquidation liquidation, VenueState state) {
        VenueModel venue = venue(state);
        if (venue != null) {
            venue.forced(liquidation, grid);
        }
    }

    /** Any other event about the symbol, after {@code state} has taken it in. */
    void see(MarketEvent.OfInstrument event, VenueState state) {
        if (event instanceof RiskTiers tiers) {
            brackets.tell(tiers);
            reprice();
        } else if (event instanceof InstrumentListing) {
            reprice();
        }
        VenueModel venue = venue(state);
        if (venue != null && event instanceof KeptGrid kept) {
            adopt(kept);
        } else if (event instanceof KeptGrid kept) {
            unsized.put(kept.venue(), kept);
        } else if (venue != null) {
            venue.see(event, grid);
        }
    }

    private void reprice() {
        venues.values().forEach(venue -> venue.reprice(brackets, grid, nowMillis));
    }

    /** A venue is modelled from its first word on, or from when it is known how much its contracts are. */
    private @Nullable VenueModel venue(VenueState state) {
        Venue id = state.instrument().venue();
        VenueModel venue = venues.get(id);
        if (venue != null || !modelled || !state.sized()) {
            return venue;
        }
        Optional<BracketChoice> choice = brackets.choose(state.instrument(), state.contractSize());
        if (choice.isEmpty()) {
            return null;
        }
        VenueModel opened = new VenueModel(state, choice.get());
        opened.open(grid);
        venues.put(id, opened);
        KeptGrid waiting = unsized.remove(id);
        if (waiting != null) {
            adopt(waiting);
        }
        return opened;
    }

    private void adopt(KeptGrid event) {
        Optional<KeptVenue> kept = KeptGrids.read(event);
        if (kept.isEmpty()) {
            LOG.warn("{}: a kept grid cannot be read: it is damaged, or of another version", event.instrument());
            return;
        }
        grid.adopt(kept.get(), nowMillis);
        stepped.add(event.venue());
        inputs++;
        madeAnew++;
    }

    /** States that wait until it is known how much a contract is. */
    Collection<KeptGrid> waiting() {
        return List.copyOf(unsized.values());
    }

    /** The state of each venue's grid as of the last step that ended, to go on from. */
    Map<InstrumentId, KeptVenue> kept() {
        Map<InstrumentId, KeptVenue> kept = new LinkedHashMap<>();
        for (KeptVenue each : grid.kept()) {
            VenueModel venue = venues.get(each.venue());
            if (venue != null) {
                kept.put(venue.instrument(), each);
            }
        }
        return kept;
    }

    /** Goes on under other parameters from what the learnings of {@link SymbolGrid#again} gave. */
    void goOnUnder(ModelParameters others, Collection<KeptVenue> states) {
        grid = grid.under(others, states);
        inputs++;
        madeAnew++;
    }

    /** Prices what opens from now on by a table of the user's, where it is the newest that holds. */
    void use(RiskTiers imported) {
        brackets.take(imported);
        reprice();
    }

    /** The tables of the user's. */
    List<RiskTiers> imported() {
        return brackets.imported();
    }

    /** One that is switched off leaves every sum and picture at once, and is back in them when it is on again. */
    void turn(VenueSwitch turned) {
        if (grid.turn(turned.venue(), turned.on())) {
            inputs++;
        }
    }

    void see(FeedStatus status) {
        VenueModel venue = venues.get(status.venue());
        if (venue != null) {
            venue.see(status, grid);
        }
    }

    /** Events of a venue never reached the desk. */
    void eventsLost(Venue of, long nanos) {
        VenueModel venue = venues.get(of);
        if (venue != null) {
            venue.eventsLost(nanos, grid);
        }
    }

    /** What the figures of each venue that is modelled rest on. */
    Map<Venue, Set<GridFlag>> flags() {
        return grid.flags(nowMillis);
    }

    /** Copies of the grids that count, for looking for clusters. */
    List<GridSnapshot> copies(long exchangeMillis) {
        return venues.isEmpty() ? List.of() : grid.snapshots(exchangeMillis);
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

    void digest(StateDigest digest) {
        if (!venues.isEmpty()) {
            digest.add(nowMillis);
            venues.values().forEach(venue -> venue.digest(digest));
            grid.figures(digest::add);
            grid.off().forEach(venue -> digest.add(venue.id()));
            digest.add(swept.end());
        }
    }
}
