package io.faultline.ui.lanes;

import io.faultline.desk.History;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * Open interest of several venues by time, at the price of now, so that a move of the price is none. Only venues are
 * summed whose history reaches back to the beginning of the stretch: one that comes in later would look like a rise.
 */
final class InterestTrack {
    /** A sample may be an hour old: venues tell their past by the hour. */
    private static final long HOLDS_NANOS = 65 * 60 * 1_000_000_000L;

    private static final double LATE_SHARE = 0.1;

    private final Track track = new Track();
    private final List<VenueView> summed = new ArrayList<>();
    private List<Venue> missing = List.of();
    private boolean fromTheBeginning;

    void fill(List<VenueView> venues, long fromNanos, long toNanos, long stepNanos) {
        track.clear();
        choose(venues, fromNanos + (long) ((toNanos - fromNanos) * LATE_SHARE));
        if (summed.isEmpty()) {
            return;
        }
        long[] at = new long[summed.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = log(summed.get(i)).firstAfter(fromNanos, History.OpenInterestSample::timeNanos) - 1;
        }
        for (long nanos = fromNanos; nanos <= toNanos; nanos += stepNanos) {
            double usd = 0;
            for (int i = 0; i < at.length; i++) {
                usd += usdAt(summed.get(i), at, i, nanos, Math.max(HOLDS_NANOS, 3 * stepNanos));
            }
            track.add(nanos, usd);
        }
    }

    /** Those that are known from the beginning on; where none is, all that are known at all. */
    private void choose(List<VenueView> venues, long latestNanos) {
        summed.clear();
        List<Venue> late = new ArrayList<>();
        for (VenueView venue : venues) {
            History.OpenInterestSample oldest = log(venue).get(log(venue).begin());
            if (oldest != null && Double.isFinite(venue.price()) && oldest.timeNanos() <= latestNanos) {
                summed.add(venue);
            } else {
                late.add(venue.instrument().venue());
            }
        }
        fromTheBeginning = !summed.isEmpty();
        if (!fromTheBeginning) {
            late.clear();
            for (VenueView venue : venues) {
                if (log(venue).end() > 0 && Double.isFinite(venue.price())) {
                    summed.add(venue);
                } else {
                    late.add(venue.instrument().venue());
                }
            }
        }
        missing = List.copyOf(late);
    }

    private static double usdAt(VenueView venue, long[] at, int i, long nanos, long holds) {
        TimeLog<History.OpenInterestSample> log = log(venue);
        while (at[i] + 1 < log.end()) {
            History.OpenInterestSample next = log.get(at[i] + 1);
            if (next == null || next.timeNanos() > nanos) {
                break;
            }
            at[i]++;
        }
        History.OpenInterestSample sample = log.get(at[i]);
        return sample == null || nanos - sample.timeNanos() > holds ? Double.NaN : sample.base() * venue.price();
    }

    private static TimeLog<History.OpenInterestSample> log(VenueView venue) {
        return venue.history().openInterest();
    }

    Track track() {
        return track;
    }

    /** By how much the sum has changed over the stretch, as a fraction; NaN where no venue is known from its beginning on. */
    double change() {
        return fromTheBeginning ? track.last() / track.first() - 1 : Double.NaN;
    }

    /** Venues that are not in the sum. */
    List<Venue> missing() {
        return missing;
    }
}
