package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.Venue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Everything that is said of one cluster, each line with the figure behind it. */
public record QualityCard(Track track, CardMarket market, CardReadings readings) {
    private static final double SIGNIFICANT = 0.005;
    private static final double DAILY_BAR = 0.15;
    private static final double GROWS_FAST = 0.20;

    private Cluster cluster() {
        return track.cluster();
    }

    /** Modelled positions that would be liquidated here, USD. */
    public double atRiskUsd() {
        return cluster().massUsd();
    }

    /** The same less the user's discount, USD. */
    public double discountedUsd() {
        return (1 - market.discount()) * atRiskUsd();
    }

    public SizeBand sizeBand() {
        return SizeBand.of(atRiskUsd(), market.openInterestUsd(), market.scale());
    }

    /** Mass over open interest; empty without open interest. */
    public OptionalDouble openInterestShare() {
        return market.openInterestUsd() > 0
                ? OptionalDouble.of(cluster().shareOf(market.openInterestUsd()))
                : OptionalDouble.empty();
    }

    /** Half a percent of open interest or more; empty without open interest. */
    public Optional<Boolean> significant() {
        return bar(openInterestShare(), SIGNIFICANT);
    }

    /**
     * Expected forced volume over a day's reported volume, both of the venues that tell; empty if none does.
     */
    public OptionalDouble dailyShare() {
        return ofDay(venue -> venue.reportedShare() * cluster().massIn(venue.profile()));
    }

    /** Mass over a day's reported volume, of the same venues: it compares unlike things, as the field does. */
    public OptionalDouble atRiskOverReported() {
        return ofDay(venue -> cluster().massIn(venue.profile()));
    }

    /** 15 % of a day's reported volume or more; empty if it is not known. */
    public Optional<Boolean> dailySignificant() {
        return bar(dailyShare(), DAILY_BAR);
    }

    /** The venues whose own profile has half a percent of their own open interest here. */
    public List<Venue> confirming() {
        return market.venues().stream()
                .filter(venue -> venue.confirms(cluster()))
                .map(VenueProfile::venue)
                .toList();
    }

    public long ageMillis() {
        return track.ageMillis(market.nowMillis());
    }

    /** To the near edge, a fraction of the mark; negative once price is past it. */
    public double distance() {
        return cluster().distance(market.mark());
    }

    public DistanceBand distanceBand() {
        return market.distances().band(distance());
    }

    /** Up by a fifth or more within a quarter of an hour. */
    public boolean growsFast() {
        return track.growth(15).orElse(0) >= GROWS_FAST;
    }

    /** For sorting only. */
    public Grade grade() {
        return Grade.of(this);
    }

    private OptionalDouble ofDay(ToDoubleFunction<VenueProfile> figure) {
        double usd = 0;
        double perDay = 0;
        for (VenueProfile venue : market.venues()) {
            if (venue.tells()) {
                usd += figure.applyAsDouble(venue);
                perDay += venue.reportedPerDayUsd();
            }
        }
        return perDay > 0 ? OptionalDouble.of(usd / perDay) : OptionalDouble.empty();
    }

    private static Optional<Boolean> bar(OptionalDouble figure, double bar) {
        return figure.isPresent() ? Optional.of(figure.getAsDouble() >= bar) : Optional.empty();
    }
}
