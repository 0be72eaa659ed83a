package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Open interest and cumulative volume delta, by venue and in total, with their change over a window. What is unknown is
 * NaN; a total is of the venues that are known, and {@link #missing} names the others; its change is of those whose past
 * reaches back so far, and {@link #uncompared} names who else is in the total.
 *
 * @param openInterestUsd counted once, at each venue's own price now
 * @param changeUsd of open interest over the window, at the price now, so that a move of the price is none
 * @param change the same as a fraction, over the venues whose history reaches back so far
 * @param cvdUsd how much more takers bought than sold within the window, of all venues whose trades reach back so far
 * @param uncompared venues that are in the total and not in its change
 */
public record Positioning(
        List<Share> venues,
        double openInterestUsd,
        double changeUsd,
        double change,
        double cvdUsd,
        List<Venue> missing,
        List<Venue> uncompared) {
    /** A sample may be so much older than the window, and a quarter of the window at most. */
    private static final long MOST_BEFORE = 2 * 3_600_000_000_000L;

    public Positioning {
        uncompared = List.copyOf(uncompared);
        venues = List.copyOf(venues);
        missing = List.copyOf(missing);
    }

    /**
     * One venue's.
     *
     * @param base open interest in base units
     * @param asOfMillis the moment that it describes, milliseconds since 1970; 0 where it is not known
     * @param cvdSinceStartUsd since the desk began
     */
    public record Share(
            Venue venue,
            double base,
            double usd,
            double change,
            double changeUsd,
            long asOfMillis,
            double cvdUsd,
            double cvdSinceStartUsd) {}

    /** {@code without BY OK}: whose past does not reach back to where the window begins; empty where all do. */
    public String withoutWords() {
        return uncompared.isEmpty() || Double.isNaN(change)
                ? ""
                : "without " + uncompared.stream().map(Venue::code).collect(Collectors.joining(" "));
    }

    /** The figures of these venues at that time, and their change since {@code windowNanos} before it. */
    public static Positioning of(List<VenueView> views, long nowNanos, long windowNanos) {
        List<Share> shares = new ArrayList<>();
        List<Venue> missing = new ArrayList<>();
        List<Venue> uncompared = new ArrayList<>();
        double usd = 0;
        double changeUsd = Double.NaN;
        double compared = 0;
        double cvdUsd = Double.NaN;
        for (VenueView view : views) {
            Share share = share(view, nowNanos, windowNanos);
            shares.add(share);
            if (Double.isNaN(share.usd)) {
                missing.add(share.venue);
            } else {
                usd += share.usd;
            }
            if (!Double.isNaN(share.changeUsd)) {
                changeUsd = plus(changeUsd, share.changeUsd);
                compared += share.usd - share.changeUsd;
            } else if (!Double.isNaN(share.usd)) {
                uncompared.add(share.venue);
            }
            cvdUsd = Double.isNaN(share.cvdUsd) ? cvdUsd : plus(cvdUsd, share.cvdUsd);
        }
        double total = missing.size() == views.size() ? Double.NaN : usd;
        double change = compared > 0 ? changeUsd / compared : Double.NaN;
        return new Positioning(shares, total, changeUsd, change, cvdUsd, missing, uncompared);
    }

    private static double plus(double sum, double value) {
        return Double.isNaN(sum) ? value : sum + value;
    }

    private static Share share(VenueView view, long nowNanos, long windowNanos) {
        var openInterest = view.openInterest();
        double base = openInterest == null ? Double.NaN : openInterest.base().doubleValue();
        double then = baseAt(view.history().openInterest(), nowNanos - windowNanos, windowNanos);
        return new Share(
                view.instrument().venue(),
                base,
                base * view.price(),
                base / then - 1,
                (base - then) * view.price(),
                openInterest == null ? 0 : openInterest.exchangeMillis(),
                view.history().cvdSince(nowNanos - windowNanos),
                view.history().traded().cvdUsd());
    }

    /**
     * Open interest when the window began, base units; NaN where the log does not reach back so far, or has a gap there of
     * more than a quarter of the window or two hours.
     */
    public static double baseAt(TimeLog<History.OpenInterestSample> log, long nanos, long windowNanos) {
        History.OpenInterestSample sample = log.get(log.firstAfter(nanos, History.OpenInterestSample::timeNanos) - 1);
        if (sample == null || nanos - sample.timeNanos() > Math.min(windowNanos / 4, MOST_BEFORE)) {
            return Double.NaN;
        }
        return sample.base() > 0 ? sample.base() : Double.NaN;
    }
}
