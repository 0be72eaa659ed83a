package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.Collection;

/** The books of every venue that are in step, as one source of depth; one that is only indicative is none of them. */
final class AllBooks implements DepthRecorder.Source {
    private final Collection<VenueState> venues;
    private int expected;

    AllBooks(Collection<VenueState> venues) {
        this.venues = venues;
    }

    @Override
    public double mid(long nanos) {
        double sum = 0;
        int live = 0;
        for (VenueState venue : venues) {
            double mid = venue.mid(nanos);
            if (mid > 0) {
                sum += mid;
                live++;
            }
        }
        return live == 0 ? Double.NaN : sum / live;
    }

    @Override
    public double tick() {
        double largest = 0;
        for (VenueState venue : venues) {
            largest = Math.max(largest, venue.tick());
        }
        return largest;
    }

    @Override
    public void fill(DepthBins bins, long nanos) {
        for (VenueState venue : venues) {
            if (venue.mid(nanos) > 0) {
                expected |= VenueBits.bit(venue.instrument().venue());
                venue.fill(bins);
            }
        }
    }

    @Override
    public int expected() {
        return expected;
    }

    /** The venue was switched off: nobody misses its orders. */
    void leave(Venue venue) {
        expected &= ~VenueBits.bit(venue);
    }
}
