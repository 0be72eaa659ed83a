package io.faultline.ui.panel;

import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the user has chosen about the venues of one symbol, for all panels that show it. JavaFX thread only. */
public final class VenueControl {
    private final Supplier<Map<Venue, Boolean>> switches;
    private final BiConsumer<Venue, Boolean> turn;
    private final Runnable retry;
    private final OwnVenue own;

    private VenueControl(
            Supplier<Map<Venue, Boolean>> switches, BiConsumer<Venue, Boolean> turn, Runnable retry, OwnVenue own) {
        this.switches = switches;
        this.turn = turn;
        this.retry = retry;
        this.own = own;
    }

    /** The venues of that session. */
    public static VenueControl of(Session session, OwnVenue own) {
        return new VenueControl(session::venues, session::turn, session::retryNow, own);
    }

    /** Nothing to switch: the venues are those that the market shows. */
    public static VenueControl none() {
        return new VenueControl(Map::of, (venue, on) -> {}, () -> {}, new OwnVenue(null, () -> {}));
    }

    /** One venue and how it stands; {@code view} is null where nothing is asked of it, or nothing has come. */
    public record Row(Venue venue, @Nullable VenueView view, MarketState state) {
        /** Whether its book counts as the market now. */
        public boolean inStep() {
            return view != null && state.live() && view.sized();
        }

        /** Whether it ought to be in step: it is asked for the symbol, and has it. */
        public boolean wanted() {
            return state.kind() != MarketState.Kind.OFF;
        }
    }

    /** Those whose books make up the market: asked for the symbol, and exact, unless an indicative one is all there is. */
    public static List<Row> counted(List<Row> rows) {
        List<Row> wanted = rows.stream().filter(Row::wanted).toList();
        List<Row> exact = wanted.stream()
                .filter(row -> row.view() == null || !row.view().indicative())
                .toList();
        return exact.isEmpty() ? wanted : exact;
    }

    /** Every venue that is asked, was asked, or can be, in order. */
    public List<Row> rows(DeskView view, long nowNanos) {
        Map<Venue, Boolean> on = switches.get();
        Map<Venue, VenueView> said = new EnumMap<>(Venue.class);
        view.venues().forEach(venue -> said.put(venue.instrument().venue(), venue));
        Set<Venue> all = EnumSet.noneOf(Venue.class);
        all.addAll(on.keySet());
        all.addAll(said.keySet());
        List<Row> rows = new ArrayList<>(all.size());
        for (Venue venue : all) {
            VenueView seen = said.get(venue);
            boolean off = !on.getOrDefault(venue, true);
            MarketState state = off
                    ? MarketState.switchedOff()
                    : seen == null ? MarketState.expected() : MarketState.of(seen, nowNanos);
            rows.add(new Row(venue, seen, state));
        }
        return rows;
    }

    /** What is known of the venues that are asked: one that was switched off says no more, and is in no sum. */
    public List<VenueView> asked(DeskView view) {
        List<VenueView> asked = new ArrayList<>(view.venues().size());
        for (Row row : rows(view, view.timeNanos())) {
            if (row.view() != null && row.wanted()) {
                asked.add(row.view());
            }
        }
        return asked;
    }

    /** {@link #rows} with the user's own venue first. */
    public List<Row> ownFirst(DeskView view, long nowNanos) {
        List<Row> rows = rows(view, nowNanos);
        own.venue().ifPresent(mine -> rows.sort((a, b) -> Boolean.compare(b.venue() == mine, a.venue() == mine)));
        return rows;
    }

    /** The venue that the user trades on: the chosen one while it is asked, else the first that is. */
    public Optional<VenueView> own(DeskView view) {
        List<VenueView> asked = asked(view);
        Optional<VenueView> mine = asked.stream()
                .filter(venue ->
                        own.venue().filter(venue.instrument().venue()::equals).isPresent())
                .findFirst();
        return mine.or(() -> asked.stream().findFirst());
    }

    /**
     * The venue whose funding stands for the symbol: the user's own while it is asked and its rate is fresh, else the
     * one of largest open interest of which both are true.
     */
    public Optional<VenueView> funding(DeskView view, long nowNanos) {
        List<VenueView> fresh = asked(view).stream()
                .filter(venue -> FundingAge.fresh(venue, nowNanos))
                .toList();
        Optional<Venue> mine = own.venue()
                .or(() -> view.venues().stream()
                        .findFirst()
                        .map(venue -> venue.instrument().venue()));
        return fresh.stream()
                .filter(venue -> mine.filter(venue.instrument().venue()::equals).isPresent())
                .findFirst()
                .or(() -> fresh.stream().max(Comparator.comparingDouble(VenueControl::knownInterest)));
    }

    private static double knownInterest(VenueView venue) {
        double usd = venue.openInterestUsd();
        return Double.isNaN(usd) ? 0 : usd;
    }

    /** Ends every pause between attempts to connect, and tries again at once. */
    public void retryNow() {
        retry.run();
    }

    /** Whether there are venues to switch, and the user has switched off each of them. */
    public boolean allSwitchedOff() {
        Map<Venue, Boolean> on = switches.get();
        return !on.isEmpty() && !on.containsValue(true);
    }

    /** Switches on every venue that is off. */
    public void switchAllOn() {
        switches.get().forEach((venue, on) -> {
            if (!on) {
                turn.accept(venue, true);
            }
        });
    }

    /** Says which venue the user trades on. */
    public OwnVenue ownVenue() {
        return own;
    }

    /** Whether it can be switched: a replay shows what its journal holds. */
    public boolean switchable(Venue venue) {
        return switches.get().containsKey(venue);
    }

    /** Switches a venue off, or on. */
    public void toggle(Venue venue) {
        Boolean on = switches.get().get(venue);
        if (on != null) {
            turn.accept(venue, !on);
        }
    }
}
