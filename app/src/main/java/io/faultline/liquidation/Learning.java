package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to run a venue's past, and what was seen live since, through a new grid. Immutable; to be run on any
 * thread, while the live grid goes on.
 */
public final class Learning {
    /** A kept state is gone on from if history does not reach back further than it does by more than this. */
    private static final long AS_LONG = 3_600_000L;

    private final Venue venue;
    private final BracketTables tables;
    private final ModelParameters parameters;
    private final BarSeries past;
    private final List<GridBar> live;
    private final Set<GridFlag> flags;
    private final long liveSinceMillis;
    private final @Nullable KeptVenue base;

    /**
     * @param flags what of the past is estimated or borrowed
     * @param known what is known apart from the past
     */
    Learning(
            Venue venue,
            BracketTables tables,
            ModelParameters parameters,
            BarSeries past,
            Set<GridFlag> flags,
            KnownInputs known) {
        this.venue = venue;
        this.tables = tables;
        this.parameters = parameters;
        this.past = past;
        this.flags = flags;
        live = known.live();
        liveSinceMillis = known.liveSinceMillis();
        base = known.base();
    }

    /** The inputs of a kept state, ready to be run again. */
    static Learning again(KeptVenue kept, BracketTables tables, ModelParameters parameters) {
        KnownInputs nothing = new KnownInputs();
        return new Learning(kept.venue(), tables, parameters, BarSeries.of(kept.bars()), kept.flags(), nothing);
    }

    public Venue venue() {
        return venue;
    }

    /** What had to be done with the bars of the past, in words; empty if nothing. */
    public String remark() {
        return past.remark();
    }

    /** The grid of now. Takes some ten milliseconds for 30 days. */
    public KeptVenue run() {
        KeptVenue from = base;
        boolean goesOn = from != null
                && from.parameters().equals(parameters)
                && (past.bars().isEmpty() || past.bars().get(0).startMillis() >= from.beginMillis() - AS_LONG);
        return from != null && goesOn ? goOn(from) : runAll();
    }

    private KeptVenue runAll() {
        List<GridBar> bars = BarSeries.of(InterestHistory.sharedByVolume(BarMerge.of(past.bars(), live)))
                .bars();
        InputLog log = log(List.of(), bars);
        HistoryRun run = new HistoryRun(tables, parameters, bars, log.endMillis() - InputLog.SPAN_MILLIS);
        return kept(run, log, past.flags());
    }

    private KeptVenue goOn(KeptVenue from) {
        List<GridBar> since = BarMerge.of(after(past.bars(), from), after(live, from));
        List<GridBar> tail = BarSeries.joining(from.bars(), InterestHistory.sharedByVolume(since));
        InputLog log = log(from.bars(), tail);
        HistoryRun run = new HistoryRun(
                tables,
                new VenueGrid(tables.at(from.endMillis()).scheme(), parameters, from.snapshot()),
                from.endMillis(),
                tail);
        Set<GridFlag> all = EnumSet.noneOf(GridFlag.class);
        all.addAll(from.flags());
        all.addAll(past.flags());
        if (!tail.isEmpty()) {
            all.remove(GridFlag.RESTORED);
        }
        return kept(run, log, all);
    }

    private static List<GridBar> after(List<GridBar> bars, KeptVenue from) {
        List<GridBar> later = new ArrayList<>(bars);
        later.removeIf(bar -> bar.startMillis() < from.endMillis());
        return later;
    }

    private static InputLog log(List<GridBar> first, List<GridBar> then) {
        InputLog log = new InputLog();
        first.forEach(log::append);
        then.forEach(log::append);
        return log;
    }

    private KeptVenue kept(HistoryRun run, InputLog log, Set<GridFlag> ofBars) {
        run.advanceTo(Long.MAX_VALUE);
        Set<GridFlag> all = EnumSet.noneOf(GridFlag.class);
        all.addAll(ofBars);
        all.addAll(flags);
        GridSnapshot state =
                GridSnapshot.of(venue, log.endMillis(), run.grid(), run.grid().mark());
        return new KeptVenue(state, log.bars(), all, parameters, liveSinceMillis);
    }
}
