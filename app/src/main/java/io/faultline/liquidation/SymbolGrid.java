package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * The grids of one symbol at all its venues, fed with live events and history. Times are exchange time, prices USD; what
 * is asked for by a venue that was not opened is ignored. A function of its inputs: no clock, no chance. Used by one
 * thread; what it hands out is immutable.
 */
public final class SymbolGrid {
    /** A venue that is switched off says nothing, which is no fault of its. */
    private static final Set<GridFlag> OF_SILENCE =
            Set.of(GridFlag.VENUE_SILENT, GridFlag.VENUE_DOWN, GridFlag.NO_OI, GridFlag.LIQ_SILENT);

    private final ModelParameters parameters;
    private final StepListener listener;
    private final Consumer<SweptLevel> sweptSink;
    private final SweptTape swept;
    private final Map<Venue, LiveVenue> venues = new EnumMap<>(Venue.class);
    private final Set<Venue> off = EnumSet.noneOf(Venue.class);

    public SymbolGrid(ModelParameters parameters, StepListener listener) {
        this(parameters, listener, level -> {});
    }

    /** @param swept is told of each level that a live mark sweeps, on the thread of the grid */
    public SymbolGrid(ModelParameters parameters, StepListener listener, Consumer<SweptLevel> swept) {
        this.parameters = parameters;
        this.listener = listener;
        sweptSink = swept;
        this.swept = new SweptTape(swept);
    }

    public ModelParameters parameters() {
        return parameters;
    }

    /** All inputs of each venue that has any, ready to be run under other parameters. */
    public List<Learning> again(ModelParameters others) {
        return venues.values().stream()
                .flatMap(live -> live.again(others).stream())
                .toList();
    }

    /**
     * The same symbol under other parameters; this grid is not to be used any more.
     *
     * @param states what the learnings of {@link #again} gave; what came in since is run after them
     */
    public SymbolGrid under(ModelParameters others, Collection<KeptVenue> states) {
        SymbolGrid other = new SymbolGrid(others, listener, sweptSink);
        other.off.addAll(off);
        Map<Venue, KeptVenue> byVenue = new EnumMap<>(Venue.class);
        states.forEach(state -> byVenue.put(state.venue(), state));
        venues.forEach((venue, live) ->
                other.venues.put(venue, live.under(other.terms(venue, live.feed()), byVenue.get(venue))));
        return other;
    }

    private LiveVenue.Terms terms(Venue venue, ReportFeed feed) {
        return new LiveVenue.Terms(venue, parameters, feed, listener, swept);
    }

    /** Begins to model a venue, or begins again with it. */
    public void open(Venue venue, BracketTables tables, ReportFeed feed) {
        venues.put(venue, new LiveVenue(terms(venue, feed), tables));
    }

    public void close(Venue venue) {
        venues.remove(venue);
    }

    /**
     * Leaves a venue out of sums and pictures, or takes it in again; its grid goes on.
     *
     * @return whether that is another state than before
     */
    public boolean turn(Venue venue, boolean on) {
        return on ? off.remove(venue) : off.add(venue);
    }

    /** The venues that are left out, in order. */
    public Set<Venue> off() {
        return Collections.unmodifiableSet(off);
    }

    /** Prices what opens from now on by another set of tables. */
    public void use(Venue venue, BracketTables tables, long nowMillis) {
        LiveVenue live = venues.get(venue);
        if (live != null) {
            live.use(tables, nowMillis);
        }
    }

    /** Those of the bars that tell of a venue what was not seen live. */
    public List<GridBar> missing(Venue venue, List<GridBar> past) {
        LiveVenue live = venues.get(venue);
        return live == null ? past : live.missing(past);
    }

    /**
     * The past of a venue, ready to be run before what was seen live, on any thread; {@link #adopt} takes the result. Call it
     * again when more is known, with all of it: what it gave before is replaced.
     *
     * @param past in any order; duplicates, overlaps, holes and impossible bars are dealt with
     * @param flags what of it is estimated or borrowed
     * @return empty if there is nothing to run
     */
    public Optional<Learning> learning(Venue venue, List<GridBar> past, Set<GridFlag> flags) {
        LiveVenue live = venues.get(venue);
        return live == null ? Optional.empty() : live.learning(BarSeries.of(past), flags);
    }

    /**
     * Goes on from a state that was learned or kept: it replaces what is known, but for what was seen live after it. One
     * that was made under other parameters is run again from its inputs.
     *
     * @param nowMillis counts as the time of the last sign of life
     */
    public void adopt(KeptVenue kept, long nowMillis) {
        LiveVenue live = venues.get(kept.venue());
        if (live != null) {
            live.adopt(kept, nowMillis);
        }
    }

    /** What the grids need to go on elsewhere, as of the last steps that ended. */
    public List<KeptVenue> kept() {
        return venues.values().stream().flatMap(live -> live.kept().stream()).toList();
    }

    /** A trade; its volume in USD stands under what its taker did. */
    public void trade(Venue venue, long millis, double price, double boughtUsd, double soldUsd) {
        LiveVenue live = venues.get(venue);
        if (live != null) {
            live.trade(millis, price, boughtUsd, soldUsd, othersMark(venue, millis));
        }
    }

    /** A mark price; sweeps at once, here and at venues that are silent. */
    public void mark(Venue venue, long millis, double price) {
        LiveVenue live = venues.get(venue);
        if (live == null) {
            return;
        }
        live.mark(millis, price, othersMark(venue, millis));
        for (LiveVenue other : venues.values()) {
            if (other != live) {
                other.othersMark(millis, othersMark(other.venue(), millis));
            }
        }
    }

    /** A sample of open interest, coins, one-sided. */
    public void openInterest(Venue venue, long millis, double coins) {
        LiveVenue live = venues.get(venue);
        if (live != null) {
            live.openInterest(millis, coins);
        }
    }

    /** A reported liquidation. */
    public void forced(Venue venue, PositionSide side, long millis, double usd) {
        LiveVenue live = venues.get(venue);
        if (live != null) {
            live.forced(side, millis, usd);
        }
    }

    /** Trades were lost at or before this time: the step knows only open interest. */
    public void tradesLost(Venue venue, long millis) {
        LiveVenue live = venues.get(venue);
        if (live != null) {
            live.tradesLost(millis);
        }
    }

    /** Lets time pass: ends the steps that are over. Call it about once a second. */
    public void advance(long millis) {
        venues.values().forEach(live -> live.advance(millis));
    }

    /** Copies of the grids that count. A venue that is down or off is left out. */
    public List<GridSnapshot> snapshots(long nowMillis) {
        List<GridSnapshot> snapshots = new ArrayList<>();
        for (LiveVenue live : venues.values()) {
            boolean out = off.contains(live.venue()) || live.isDown(nowMillis);
            GridSnapshot snapshot = out ? null : live.snapshot();
            if (snapshot != null) {
                snapshots.add(snapshot);
            }
        }
        return snapshots;
    }

    /** What live marks have swept, for the real-time feed. */
    public SweptTape swept() {
        return swept;
    }

    /** What pictures of the past are computed from; not those of a venue that is off. */
    public List<VenueInputs> inputs() {
        return venues.values().stream()
                .filter(live -> !off.contains(live.venue()))
                .map(LiveVenue::inputs)
                .toList();
    }

    List<GridBar> barsSince(Venue venue, long millis) {
        LiveVenue live = venues.get(venue);
        return live == null ? List.of() : live.barsSince(millis);
    }

    /** The mark that sweeps a venue: its own while that is fresh, else the others', else its last; NaN without any. */
    double sweepMark(Venue venue, long millis) {
        LiveVenue live = venues.get(venue);
        if (live == null) {
            return Double.NaN;
        }
        double own = live.freshMark(millis);
        double others = Double.isNaN(own) ? othersMark(venue, millis) : own;
        return Double.isNaN(others) ? live.latestMark() : others;
    }

    /** The newest sample of a venue, coins; NaN if not known. */
    public double openInterest(Venue venue) {
        LiveVenue live = venues.get(venue);
        return live == null ? Double.NaN : live.openInterest();
    }

    /** What share of swept mass the venue is expected to report. */
    double reportedShare(Venue venue, PositionSide side) {
        LiveVenue live = venues.get(venue);
        return live == null ? Calibration.PRIOR_SHARE : live.reportedShare(side);
    }

    /** A copy of another grid of the venue, with the mark and the reported shares of this one. */
    Optional<GridSnapshot> like(Venue venue, long millis, VenueGrid other) {
        return Optional.ofNullable(venues.get(venue)).flatMap(live -> live.like(millis, other));
    }

    /** Where the inputs of any venue begin; {@code Long.MAX_VALUE} without any. */
    public long knownFromMillis() {
        return venues.values().stream()
                .mapToLong(LiveVenue::knownFromMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Where what was seen live begins, of any venue; {@code Long.MAX_VALUE} before. */
    public long liveSinceMillis() {
        return venues.values().stream()
                .mapToLong(LiveVenue::liveSinceMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** All figures that the state consists of, in a fixed order: equal states give equal ones, to the bit. */
    public void figures(DoubleConsumer sink) {
        venues.values().forEach(live -> live.figures(sink));
    }

    /** What each venue's figures rest on. */
    public Map<Venue, Set<GridFlag>> flags(long nowMillis) {
        Map<Venue, Set<GridFlag>> flags = new EnumMap<>(Venue.class);
        venues.forEach((venue, live) -> {
            Set<GridFlag> its = live.flags(nowMillis);
            if (off.contains(venue)) {
                its.removeAll(OF_SILENCE);
                its.add(GridFlag.VENUE_OFF);
            }
            flags.put(venue, its);
        });
        return flags;
    }

    /** Median of the fresh marks of the other venues; NaN if there is none. */
    private double othersMark(Venue venue, long millis) {
        double[] marks = new double[venues.size()];
        int count = 0;
        for (LiveVenue other : venues.values()) {
            double mark = other.venue() == venue ? Double.NaN : other.freshMark(millis);
            if (!Double.isNaN(mark)) {
                marks[count++] = mark;
            }
        }
        Arrays.sort(marks, 0, count);
        return count == 0 ? Double.NaN : (marks[count / 2] + marks[(count - 1) / 2]) / 2;
    }
}
