package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * Open interest and cumulative volume delta, by venue and in total, with their change over a window. What is unknown is
 * NaN; a total is of the venues that are known, and {@link #missing} names the others.
 *
 * @param openInterestUsd counted once, at each venue's own price now
 * @param changeUsd of open interest over the window, at the price now, so that a move of the price is none
 * @param change the same as a fraction, over the venues whose history reaches back so far
 * @param cvdUsd how much more takers bought than sold within the window, of all venues whose trades reach back so far
 */
public record Positioning(
        List<Share> venues,
        double openInterestUsd,
        double changeUsd,
        double change,
        double cvdUsd,
        List<Venue> missing) {
    public Positioning {
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

    /** The figures of these venues at that time, and their change since {@code windowNanos} before it. */
    public static Positioning of(List<VenueView> views, long nowNanos, long windowNanos) {
        List<Share> shares = new ArrayList<>();
        List<Venue> missing = new ArrayList<>();
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
            }
            cvdUsd = Double.isNaN(share.cvdUsd) ? cvdUsd : plus(cvdUsd, share.cvdUsd);
        }
        double total = missing.size() == views.size() ? Double.NaN : usd;
        double change = compared > 0 ? changeUsd / compared : Double.NaN;
        return new Positioning(shares, total, changeUsd, change, cvdUsd, missing);
    }

    private static double plus(double sum, double value) {
        return Double.isNaN(sum) ? value : sum + value;
    }

    private static Share share(VenueView view, long nowNanos, long windowNanos) {
        var openInterest = view.openInterest();
        double base = openInterest == null ? Double.NaN : openInterest.base().doubleValue();
        double then = baseAt(view.history().openInterest(), nowNanos - windowNanos, windowNanos / 4);
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

    /** Open interest at that time; NaN where the newest sample before it is older than {@code mostNanos} before. */
    private static double baseAt(TimeLog<History.OpenInterestSample> log, long nanos, long mostNanos) {
        for (long i = log.end() - 1; i >= log.begin(); i--) {
            History.OpenInterestSample sample = log.get(i);
            if (sample == null) {
                return Double.NaN;
            }
            if (sample.timeNanos() <= nanos) {
                boolean near = nanos - sample.timeNanos() <= mostNanos;
                return near && sample.base() > 0 ? sample.base() : Double.NaN;
            }
        }
        return Double.NaN;
    }
}
