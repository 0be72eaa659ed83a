package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.market.FundingSettlement;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.signal.BookLevels;
import io.faultline.signal.BookPicture;
import io.faultline.signal.PaperBook;
import io.faultline.signal.PaperResult;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.PaperTrade;
import io.faultline.signal.SessionPlan;
import io.faultline.signal.SideBins;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Plans that are traded on paper, on the tape of the desk's symbol. They are the user's, and no part of the state. */
final class PaperDesk {
    /** What rests about price is kept this far. */
    private static final double PICTURED = 0.02;

    private static final int MOST = 50;

    private final TreeMap<Integer, PaperTrade> trades = new TreeMap<>();
    private final Map<Venue, Long> settled = new EnumMap<>(Venue.class);
    private List<VenueSignals> books = List.of();
    private double mark = Double.NaN;
    private long millis;
    private long second = Long.MIN_VALUE;
    private final Map<Integer, Told> told = new TreeMap<>();
    private ObjIntConsumer<@Nullable PaperView> changed = (view, id) -> {};
    private int nextId = 1;

    /** What was last handed on of a trade. */
    private record Told(PaperTrade.Stage stage, int fills) {}

    /** @param tell is given each trade when its stage or its fills are others, and null where it is forgotten */
    void onChange(ObjIntConsumer<@Nullable PaperView> tell) {
        changed = tell;
    }

    private void tell() {
        trades.forEach((id, trade) -> {
            PaperResult result = trade.result(mark);
            Told state = new Told(result.stage(), result.fills().size());
            if (!state.equals(told.put(id, state))) {
                changed.accept(new PaperView(id, result, mark), id);
            }
        });
    }

    private void forget(int id) {
        trades.remove(id);
        told.remove(id);
        changed.accept(null, id);
    }

    /** Arms a plan; does nothing before there is a price. Of too many the oldest that is over goes. */
    void arm(SessionPlan plan, PaperTerms terms) {
        if (mark > 0) {
            if (trades.size() >= MOST) {
                trades.entrySet().stream()
                        .filter(each -> over(each.getValue()))
                        .findFirst()
                        .map(Map.Entry::getKey)
                        .ifPresent(this::leave);
            }
            trades.put(nextId++, new PaperTrade(plan, terms, millis, mark, book(terms.venue())));
            tell();
        }
    }

    /** Shows it no longer; what is kept of it stays. */
    private void leave(int id) {
        trades.remove(id);
        told.remove(id);
    }

    private static boolean over(PaperTrade trade) {
        return trade.stage() == PaperTrade.Stage.DONE || trade.stage() == PaperTrade.Stage.CANCELLED;
    }

    /** Takes one back, or closes it at once; one that is over is forgotten. */
    void close(int id) {
        PaperTrade trade = trades.get(id);
        if (trade != null && over(trade)) {
            forget(id);
        } else if (trade != null) {
            trade.close(millis, mark, book(trade.venue()));
            tell();
        }
    }

    /** A trade that was not told before. */
    void trade(Venue venue, long tradeMillis, double price, double usd, TakerSide taker) {
        for (PaperTrade trade : trades.values()) {
            trade.onTrade(venue, tradeMillis, price, usd, taker, () -> book(venue));
        }
    }

    /** A settlement of funding; one that is no newer than the last is told again, or is history. */
    void settlement(FundingSettlement event) {
        Long before = settled.put(event.venue(), event.settledMillis());
        if (before != null && event.settledMillis() <= before) {
            settled.put(event.venue(), before);
            return;
        }
        for (PaperTrade trade : trades.values()) {
            trade.onSettlement(
                    event.venue(), event.settledMillis(), mark, event.rate().doubleValue());
        }
    }

    /**
     * Time has come this far.
     *
     * @param read of all venues, as read just now
     */
    void advance(long now, double newMark, double mid, List<VenueSignals> read) {
        books = read;
        millis = now;
        mark = newMark;
        if (trades.isEmpty() || !(mark > 0)) {
            return;
        }
        boolean newSecond = Math.floorDiv(now, 1_000L) != second;
        second = Math.floorDiv(now, 1_000L);
        BookPicture picture =
                newSecond && mid > 0 ? new BookPicture(now, mid, around(Side.BID, mid), around(Side.ASK, mid)) : null;
        for (PaperTrade trade : trades.values()) {
            if (picture != null) {
                trade.onPicture(picture);
            }
            trade.onMark(now, mark, () -> book(trade.venue()));
        }
        tell();
    }

    /** @param own whose levels a limit would join */
    private PaperBook book(Venue own) {
        List<BookLevels> bids = new ArrayList<>();
        List<BookLevels> asks = new ArrayList<>();
        PaperBook.Own ownSides = new PaperBook.Own(BookLevels.EMPTY, BookLevels.EMPTY);
        for (VenueSignals venue : books) {
            if (venue.depth().inStep()) {
                bids.add(venue.depth().levels(Side.BID));
                asks.add(venue.depth().levels(Side.ASK));
            }
            if (venue.venue() == own) {
                ownSides = new PaperBook.Own(
                        venue.depth().levels(Side.BID), venue.depth().levels(Side.ASK));
            }
        }
        return new PaperBook(ownSides, bids, asks);
    }

    private SideBins around(Side side, double mid) {
        int first = Bins.of(mid * (1 - PICTURED));
        double[] usd = new double[Bins.of(mid * (1 + PICTURED)) - first + 1];
        for (VenueSignals venue : books) {
            for (int i = 0; i < usd.length; i++) {
                usd[i] += venue.depth().bins(side).usdAt(first + i);
            }
        }
        return SideBins.of(first, usd);
    }

    /** Oldest first. */
    List<PaperView> views() {
        List<PaperView> views = new ArrayList<>(trades.size());
        trades.forEach((id, trade) -> views.add(new PaperView(id, trade.result(mark), mark)));
        return views;
    }
}
