package io.faultline.desk;

import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.InterestHistory;
import io.faultline.liquidation.Learning;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.VenuePast;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what history tells run before what was seen live, and again whenever more of it is known, or it has to be run
 * differently. A worker does that; the result comes back as an event like any other, so that a replay, which has no
 * history, gets it at the very same place. On the desk's thread.
 */
final class PastLearner {
    private static final Logger LOG = LoggerFactory.getLogger(PastLearner.class);

    private static final long LENT_MILLIS = 2 * 3_600_000L;

    private final Background background;
    private final Map<Venue, InstrumentId> instruments = new EnumMap<>(Venue.class);
    private final Map<Venue, VenuePast> told = new EnumMap<>(Venue.class);
    private final Map<Venue, Grounds> learned = new EnumMap<>(Venue.class);
    private final Map<Venue, String> remarks = new EnumMap<>(Venue.class);
    private BiConsumer<InstrumentId, String> out = (instrument, state) -> {};

    /**
     * What a result rests on: if any of it changes it has to be learned again.
     *
     * @param brackets whose tables were borrowed; empty for the venue's own, which have their days
     * @param lenders whose course of open interest was borrowed
     */
    private record Grounds(VenuePast past, String brackets, List<VenuePast> lenders) {}

    PastLearner(Background background) {
        this.background = background;
    }

    /**
     * @param pasts all that is known of each contract, also of the time that was seen live
     * @param states is given what a grid's state is to be from then on; on the worker
     */
    void tell(Map<InstrumentId, VenuePast> pasts, SymbolGrid grid, BiConsumer<InstrumentId, String> states) {
        out = states;
        pasts.forEach((instrument, past) -> {
            Venue venue = instrument.venue();
            instruments.put(venue, instrument);
            VenuePast news = new VenuePast(grid.missing(venue, past.bars()), past.flags());
            if (!endsAs(told.get(venue), news)) {
                told.put(venue, news);
            }
        });
    }

    /** Whether it is what was told before, or that without its oldest bars: history begins later every hour. */
    private static boolean endsAs(@Nullable VenuePast before, VenuePast news) {
        if (before == null || !before.flags().equals(news.flags())) {
            return false;
        }
        int older = before.bars().size() - news.bars().size();
        return older >= 0 && before.bars().subList(older, before.bars().size()).equals(news.bars());
    }

    /** Whether anything was told of the past. */
    boolean isTold() {
        return !told.isEmpty();
    }

    /** What had to be done with the bars of a venue's past, in words; empty if nothing. */
    String remark(Venue venue) {
        return remarks.getOrDefault(venue, "");
    }

    /** Begins to learn what is to be learned of that venue. */
    void look(Venue venue, SymbolGrid grid, BracketChoice brackets) {
        VenuePast past = told.get(venue);
        InstrumentId instrument = instruments.get(venue);
        if (past == null || instrument == null || past.bars().isEmpty()) {
            return;
        }
        double coins = grid.openInterest(venue);
        long own = interestSince(past);
        List<VenuePast> lenders = own < Long.MAX_VALUE || coins > 0 ? lenders(own) : List.of();
        Grounds grounds = new Grounds(past, brackets.borrowed() ? brackets.words() : "", lenders);
        if (!grounds.equals(learned.get(venue))) {
            learned.put(venue, grounds);
            learn(instrument, grounds, grid, coins);
        }
    }

    /** From when on open interest is known; {@code Long.MAX_VALUE} if never. */
    private static long interestSince(VenuePast past) {
        return past.bars().stream()
                .filter(bar -> !Double.isNaN(bar.openInterest()))
                .mapToLong(GridBar::startMillis)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Who knows much more of open interest; those who have it one bar longer have nothing to lend. */
    private List<VenuePast> lenders(long sinceMillis) {
        return told.values().stream()
                .filter(past -> interestSince(past) < sinceMillis - LENT_MILLIS)
                .toList();
    }

    private void learn(InstrumentId instrument, Grounds grounds, SymbolGrid grid, double coins) {
        Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
        flags.addAll(grounds.past().flags());
        List<GridBar> bars = grounds.past().bars();
        if (!grounds.lenders().isEmpty()) {
            List<List<GridBar>> others =
                    grounds.lenders().stream().map(VenuePast::bars).toList();
            bars = interestSince(grounds.past()) == Long.MAX_VALUE
                    ? InterestHistory.shapedLike(others, bars, coins)
                    : InterestHistory.shapedBefore(others, bars);
            flags.add(GridFlag.OI_BORROWED);
        }
        Venue venue = instrument.venue();
        grid.learning(venue, bars, flags).ifPresent(learning -> {
            remarks.put(venue, learning.remark());
            BiConsumer<InstrumentId, String> to = out;
            background.worker().execute(() -> run(learning, instrument, to));
        });
    }

    private static void run(Learning learning, InstrumentId instrument, BiConsumer<InstrumentId, String> to) {
        try {
            to.accept(instrument, KeptGrids.text(learning.run()));
        } catch (RuntimeException bug) {
            LOG.error("the past of {} could not be learned", instrument, bug);
        }
    }
}
