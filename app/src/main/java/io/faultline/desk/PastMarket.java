package io.faultline.desk;

import io.faultline.market.HistoryBar;
import io.faultline.market.InstrumentId;
import io.faultline.market.Timeframe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the market was before the desk began, from the history, to be shown together with what the desk has seen. It is no
 * part of the desk's state: a replay of the journal does not know it. What is not known has no bars. Thread-safe.
 */
public final class PastMarket {
    /** Nothing is known. */
    public static final PastMarket NONE = new PastMarket(List.of(), Map.of());

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final List<Timeframe> LENGTHS =
            List.of(Timeframe.MINUTE, Timeframe.FIVE_MINUTES, Timeframe.QUARTER_HOUR, Timeframe.HOUR);

    private final List<TimeLog<Bar>> bars;
    private final Map<InstrumentId, JoinedInterest> interests;

    private PastMarket(List<TimeLog<Bar>> bars, Map<InstrumentId, JoinedInterest> interests) {
        this.bars = bars;
        this.interests = interests;
    }

    /**
     * Sums the volumes of venues, and takes the prices of the one that traded most; keeps each venue's open interest.
     *
     * @param venues bars of each, oldest first, of whatever lengths, but such that none overlap
     */
    public static PastMarket of(Map<InstrumentId, List<HistoryBar>> venues) {
        List<List<HistoryBar>> byVolume = new ArrayList<>(venues.values());
        byVolume.sort((a, b) -> Double.compare(usd(b), usd(a)));
        List<TimeLog<Bar>> logs = new ArrayList<>();
        for (Timeframe length : LENGTHS) {
            Map<Long, Cell> cells = new TreeMap<>();
            long endMillis = 0;
            for (int i = 0; i < byVolume.size(); i++) {
                for (HistoryBar bar : byVolume.get(i)) {
                    if (bar.timeframe().millis() <= length.millis()) {
                        cells.computeIfAbsent(length.floor(bar.startMillis()), start -> new Cell())
                                .add(bar, i);
                        endMillis = Math.max(endMillis, bar.endMillis());
                    }
                }
            }
            logs.add(log(length, cells, endMillis));
        }
        Map<InstrumentId, JoinedInterest> interests = new HashMap<>();
        venues.forEach((contract, bars) -> interests.put(contract, new JoinedInterest(interest(bars))));
        return new PastMarket(List.copyOf(logs), Map.copyOf(interests));
    }

    /** A bar knows the newest sample of its stretch. */
    private static List<History.OpenInterestSample> interest(List<HistoryBar> bars) {
        return bars.stream()
                .filter(bar -> bar.openInterest() > 0)
                .map(bar -> new History.OpenInterestSample(bar.endMillis() * NANOS_PER_MILLI, bar.openInterest()))
                .toList();
    }

    private static double usd(List<HistoryBar> bars) {
        return bars.stream().mapToDouble(HistoryBar::usd).sum();
    }

    /** Without the last bar, if it is only begun: shorter ones tell it. */
    private static TimeLog<Bar> log(Timeframe length, Map<Long, Cell> cells, long endMillis) {
        TimeLog<Bar> log = new TimeLog<>(Math.max(1, cells.size()), length.millis() * NANOS_PER_MILLI);
        cells.forEach((start, cell) -> {
            if (start + length.millis() <= endMillis) {
                log.append(cell.bar(start, length));
            }
        });
        return log;
    }

    /** Bars of the past, a log for each length, shortest first. */
    public List<TimeLog<Bar>> bars() {
        return bars;
    }

    /** The view with the past behind it. */
    public DeskView behind(DeskView view) {
        if (bars.isEmpty()) {
            return view;
        }
        List<TimeLog<Bar>> all = new ArrayList<>(view.history().bars());
        all.addAll(bars);
        List<VenueView> venues = view.venues().stream().map(this::behind).toList();
        return view.with(venues, view.history().withBars(all));
    }

    private VenueView behind(VenueView venue) {
        JoinedInterest known = interests.get(venue.instrument());
        return known == null
                ? venue
                : venue.with(venue.history()
                        .withOpenInterest(known.with(venue.history().openInterest())));
    }

    /** What all venues' bars say of one stretch. */
    private static final class Cell {
        private int leader;
        private double open;
        private double high;
        private double low;
        private double close;
        private double buyUsd;
        private double sellUsd;
        private boolean any;

        /** @param rank of the venue, 0 for the one whose prices count before all others' */
        void add(HistoryBar bar, int rank) {
            buyUsd += bar.buyUsd();
            sellUsd += bar.sellUsd();
            if (!any) {
                any = true;
                leader = rank;
                open = bar.prices().openPrice();
                high = bar.prices().highPrice();
                low = bar.prices().lowPrice();
                close = bar.prices().closePrice();
            } else if (rank == leader) {
                high = Math.max(high, bar.prices().highPrice());
                low = Math.min(low, bar.prices().lowPrice());
                close = bar.prices().closePrice();
            }
        }

        Bar bar(long start, Timeframe length) {
            return new Bar(
                    start * NANOS_PER_MILLI,
                    length.millis() * NANOS_PER_MILLI,
                    open,
                    high,
                    low,
                    close,
                    buyUsd,
                    sellUsd);
        }
    }
}
