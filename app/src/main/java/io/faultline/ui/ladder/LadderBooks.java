package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.VenueControl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The books that the rows add up: one venue's, or those of all venues that are in step. A book that is not in step is
 * left out of the merged one, and greys only itself where it is the one shown.
 *
 * @param shown whose levels and trades are added up; empty before there is a venue
 * @param wanted how many there would be with every venue in step
 * @param merged whether all venues are meant, and not one
 * @param state of the one venue, or of all together
 * @param words what is wrong, over the rows; empty while nothing is
 * @param brief the same for the head
 */
record LadderBooks(
        List<VenueView> shown, int wanted, boolean merged, StateShape state, String words, String brief, double mid) {

    /** @param only the one venue to show, or null for all */
    static LadderBooks of(DeskView view, VenueControl control, @Nullable Venue only, long nowNanos) {
        List<VenueControl.Row> rows = control.rows(view, nowNanos);
        List<VenueControl.Row> counted = VenueControl.counted(rows);
        if (only != null) {
            for (VenueControl.Row row : rows) {
                if (row.venue() == only) {
                    return single(row, nowNanos);
                }
            }
        }
        if (counted.size() == 1 || (counted.isEmpty() && rows.size() == 1)) {
            return single(counted.isEmpty() ? rows.get(0) : counted.get(0), nowNanos);
        }
        return counted.isEmpty() && !rows.isEmpty() ? allOff(rows) : merged(counted, nowNanos);
    }

    /** Nobody is asked: that is no fault, and what was said before is no market. */
    private static LadderBooks allOff(List<VenueControl.Row> rows) {
        List<String> reasons =
                rows.stream().map(row -> row.state().sentence()).distinct().toList();
        String words = reasons.size() == 1
                ? "All venues: " + reasons.get(0)
                : rows.stream()
                        .map(row -> row.venue().code() + " " + row.state().sentence())
                        .collect(Collectors.joining(" · "));
        return new LadderBooks(List.of(), 0, true, StateShape.OFF, words, "no venue on", Double.NaN);
    }

    private static LadderBooks single(VenueControl.Row row, long nowNanos) {
        VenueView venue = row.view();
        if (venue == null || !row.wanted()) {
            String words = row.venue().title() + ": " + row.state().sentence();
            return new LadderBooks(List.of(), 1, false, row.state().kind().shape(), words, words, Double.NaN);
        }
        StateShape state = BookWords.shape(venue, nowNanos);
        boolean live = state == StateShape.LIVE;
        return new LadderBooks(
                List.of(venue),
                1,
                false,
                state,
                live ? "" : BookWords.of(venue, nowNanos),
                live ? row.venue().title() : BookWords.brief(venue, nowNanos),
                venue.book().depth().mid());
    }

    private static LadderBooks merged(List<VenueControl.Row> wanted, long nowNanos) {
        List<VenueView> inStep = new ArrayList<>(wanted.size());
        List<VenueView> any = new ArrayList<>(wanted.size());
        VenueControl.Row first = null;
        for (VenueControl.Row row : wanted) {
            if (row.view() != null) {
                first = first == null ? row : first;
                any.add(row.view());
                if (row.inStep()) {
                    inStep.add(row.view());
                }
            }
        }
        if (!inStep.isEmpty()) {
            boolean all = inStep.size() == wanted.size();
            String brief = "Merged " + (all ? "" : inStep.size() + "/") + wanted.size();
            StateShape state = all ? StateShape.LIVE : StateShape.RESYNCING;
            return new LadderBooks(inStep, wanted.size(), true, state, "", brief, mid(inStep));
        }
        if (first == null || first.view() == null) {
            String words = wanted.isEmpty() ? "no venue switched on" : "connecting";
            return new LadderBooks(List.of(), wanted.size(), true, StateShape.SILENT, words, words, Double.NaN);
        }
        String words = first.venue().title() + " " + BookWords.of(first.view(), nowNanos);
        StateShape state = BookWords.shape(first.view(), nowNanos);
        return new LadderBooks(
                any, wanted.size(), true, state, "no book in step · " + words, "0/" + wanted.size(), mid(any));
    }

    /** The mean of their mids, or NaN. */
    private static double mid(List<VenueView> venues) {
        double sum = 0;
        int count = 0;
        for (VenueView venue : venues) {
            double mid = venue.book().depth().mid();
            if (Double.isFinite(mid)) {
                sum += mid;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Whether what is shown may be read as the market: it is live, or was a moment ago. */
    boolean trusted() {
        return merged ? words.isEmpty() && !shown.isEmpty() : state == StateShape.LIVE || state == StateShape.STALE;
    }

    List<BookDepth> depths() {
        return shown.stream().map(venue -> venue.book().depth()).toList();
    }

    /** The price that the rows are about: the market's, or the one venue's own. */
    LastPrice last(DeskView view) {
        return !merged && !shown.isEmpty() ? LastPrice.of(shown.get(0)) : LastPrice.of(view);
    }

    /** {@code Binance}, or {@code merged Binance, OKX (2 of 3)}. */
    String title() {
        String names =
                shown.stream().map(venue -> venue.instrument().venue().title()).collect(Collectors.joining(", "));
        return merged ? "merged " + names + " (" + shown.size() + " of " + wanted + ")" : names;
    }

    /** Nanoseconds since the newest change of any of the books. */
    long updatedNanos() {
        return shown.stream()
                .mapToLong(venue -> venue.book().updatedNanos())
                .max()
                .orElse(0);
    }

    /** The best of each side; a side is empty where no book has one. */
    String best() {
        double bid = Double.NEGATIVE_INFINITY;
        double ask = Double.POSITIVE_INFINITY;
        int decimals = 0;
        for (VenueView venue : shown) {
            BookDepth depth = venue.book().depth();
            decimals = Math.max(decimals, depth.priceScale());
            bid = depth.bids() == 0 ? bid : Math.max(bid, LadderText.price(depth, depth.bidPrice(0)));
            ask = depth.asks() == 0 ? ask : Math.min(ask, LadderText.price(depth, depth.askPrice(0)));
        }
        return "best bid " + LadderText.orNone(bid, decimals) + ", best ask " + LadderText.orNone(ask, decimals);
    }

    /**
     * Whether the same venues are meant. One that is out of step for a moment is meant still: its orders will be back.
     */
    boolean sameChoice(LadderBooks other) {
        if (merged != other.merged || wanted != other.wanted || shown.isEmpty() || other.shown.isEmpty()) {
            return false;
        }
        return merged || shown.get(0).instrument().equals(other.shown.get(0).instrument());
    }

    /** Whether the same views, in the same place, would be added up. */
    @SuppressWarnings("ReferenceEquality") // the desk publishes a new object for every change
    boolean sameBooks(LadderBooks other) {
        if (shown.size() != other.shown.size() || wanted != other.wanted) {
            return false;
        }
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) != other.shown.get(i)) {
                return false;
            }
        }
        return true;
    }
}
