package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * One market, at one venue or several, whose traders are known (model 24). One price is what the coin is worth
 * everywhere; traders go to a venue by its share of the open interest, and arbitrage keeps the books together. Not
 * thread-safe: one thread advances it and asks it.
 */
public final class Crowd {
    /** Market time between two looks of everybody at the market. */
    public static final long TICK_MILLIS = 100;

    private static final long COARSE_MILLIS = 10_000;
    private static final long DAY_MILLIS = 86_400_000;
    /** Before a past begins, so that as many positions come as go. */
    private static final int SETTLING_DAYS = 7;

    private static final double FOLLOWING_SECONDS = 2;
    /** Of its usual moves, what a market makes that is quiet before its start. */
    private static final double CALM = .3;
    /** And for so long after it, if nobody steers it. */
    private static final long QUIET_ON_MILLIS = 600_000;

    private final Chances chances;
    private final Fundamental fundamental;
    private final Newcomers newcomers;
    private final Sentiment sentiment;
    private final List<VenueMarket> venues = new ArrayList<>();
    private final Arbitrage arbitrage;
    private final double sizeOfAll;
    private long millis;

    private Crowd(long seed, CrowdSettings settings, long startMillis) {
        chances = Chances.of(seed);
        millis = startMillis;
        fundamental = new Fundamental(settings.startPrice(), millis, chances);
        newcomers = new Newcomers(chances, settings.margin(), settings.openInterestUsd());
        sentiment = new Sentiment(settings.startPrice(), chances.sides());
        double shares =
                settings.venues().stream().mapToDouble(CrowdVenue::share).sum();
        for (CrowdVenue spec : settings.venues()) {
            venues.add(new VenueMarket(spec, spec.share() / shares, settings, fundamental, chances, millis));
        }
        sizeOfAll = venues.stream().mapToDouble(VenueMarket::size).sum();
        arbitrage = new Arbitrage(venues);
    }

    /** A market without a past: nobody but hedged holders has a position yet. */
    public static Crowd start(long seed, CrowdSettings settings) {
        Crowd crowd = new Crowd(seed, settings, settings.startMillis());
        crowd.venues.forEach(venue -> venue.openBook(crowd.millis));
        return crowd;
    }

    /**
     * A market with a past of so many days before its start, at coarse steps of 10 s with a model in place of the book.
     * The past and the market go on from each other without a seam: the same traders with the same positions. The
     * settings' price is that of a week before the past begins.
     *
     * @param days at least 1
     */
    public static WarmCrowd warm(long seed, CrowdSettings settings, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a past has a day or more, not " + days);
        }
        long pastStart = settings.startMillis() - days * DAY_MILLIS;
        Crowd crowd = new Crowd(seed, settings, pastStart - SETTLING_DAYS * DAY_MILLIS);
        crowd.venues.forEach(venue -> venue.closeBook(COARSE_MILLIS));
        crowd.coarsely(pastStart, new CrowdListener() {});
        PastRecorder recorder = new PastRecorder(crowd, settings.venues(), pastStart);
        crowd.coarsely(settings.startMillis() - settings.quietMillis(), recorder);
        crowd.calm(CALM, settings.quietMillis() == 0 ? 0 : settings.quietMillis() + QUIET_ON_MILLIS);
        crowd.coarsely(settings.startMillis(), recorder);
        crowd.venues.forEach(venue -> venue.openBook(crowd.millis));
        return new WarmCrowd(crowd, recorder.past());
    }

    private void coarsely(long untilMillis, CrowdListener listener) {
        while (millis < untilMillis) {
            step(COARSE_MILLIS, listener);
        }
    }

    /** Market time now, milliseconds since 1970. */
    public long millis() {
        return millis;
    }

    /** Lets the market go on by whole ticks, up to the last that is not after {@code untilMillis}. */
    public void advance(long untilMillis, CrowdListener listener) {
        while (millis + TICK_MILLIS <= untilMillis) {
            step(TICK_MILLIS, listener);
        }
    }

    private void step(long stepMillis, CrowdListener listener) {
        millis += stepMillis;
        double seconds = stepMillis / 1_000.0;
        fundamental.step(stepMillis);
        double price = fundamental.price();
        sentiment.step(millis, stepMillis, price);
        share(seconds);
        for (VenueMarket venue : venues) {
            venue.begin(millis, seconds, listener);
        }
        newcomers.pass(seconds, fundamental.appeal());
        while (newcomers.hasNext()) {
            VenueMarket venue = venueOfNext();
            venue.enter(newcomers.next(sentiment.side(), price, venue.size()));
        }
        if (venues.size() > 1 && stepMillis == TICK_MILLIS) {
            arbitrage.step(price);
        }
        for (VenueMarket venue : venues) {
            venue.end(millis, stepMillis);
        }
    }

    /** Makers of each venue look at the other venues. */
    private void share(double seconds) {
        double pressure = 0;
        double skew = 0;
        for (VenueMarket venue : venues) {
            pressure += venue.pressure().value() * venue.size() / sizeOfAll;
            skew += venue.makers().skewHere() * venue.size() / sizeOfAll;
        }
        for (VenueMarket venue : venues) {
            venue.pressure().follow(pressure, Math.min(1, seconds / FOLLOWING_SECONDS));
            venue.makers().skew(skew);
        }
    }

    private VenueMarket venueOfNext() {
        if (venues.size() == 1) {
            return venues.get(0);
        }
        double at = chances.arrivals().uniform() * sizeOfAll;
        for (VenueMarket venue : venues) {
            at -= venue.size();
            if (at < 0) {
                return venue;
            }
        }
        return venues.get(venues.size() - 1);
    }

    /** The mark price now, USD. */
    public double mark(Venue venue) {
        return market(venue).mark();
    }

    /** Index price now, USD: what the coin is worth elsewhere, the same for all venues. */
    public double index() {
        return fundamental.price();
    }

    /** Open interest now, one side, coins. */
    public double openInterest(Venue venue) {
        return market(venue).openInterest();
    }

    /** Notional at the liquidation price of all open positions of traders, model 24.3. */
    public TrueMass truth(Venue venue) {
        return market(venue).truth();
    }

    /**
     * What somebody could know at best who sees every opening with its liquidation price, but not which position is
     * closed: openings are swept as the mark passes, and closings take the same share from every bin, model 24.3.
     */
    public TrueMass oracle(Venue venue) {
        return market(venue).oracleMass();
    }

    public CrowdBook book(Venue venue) {
        return market(venue).book();
    }

    /** Counts everything anew. */
    public MassCheck conservation() {
        return new MassCheck(venues.stream().map(VenueMarket::check).toList());
    }

    /**
     * Script: moves what the coin is worth, evenly, beside all else that moves it.
     *
     * @param logMove .01 for one percent up
     * @param overMillis how long that takes, 0 for at once
     */
    public void push(double logMove, long overMillis) {
        fundamental.push(logMove, overMillis);
    }

    /** Script: for a while the coin's worth moves by only this share of what it would, beside pushes, and less is traded. */
    public void calm(double share, long forMillis) {
        fundamental.calm(share, forMillis);
    }

    /**
     * Script: an order that rests until it is taken or pulled.
     *
     * @throws IllegalArgumentException if it would trade at once
     */
    public void addWall(Venue venue, Side side, long priceTicks, long lots) {
        market(venue).walls().add(side, priceTicks, lots);
    }

    /** Script: takes away all that is left of the walls of a side. */
    public void pullWalls(Venue venue, Side side) {
        market(venue).walls().pull(side);
    }

    /** Script: makers quote this share of their usual sizes on one side for a while. */
    public void thin(Venue venue, Side side, double share, long forMillis) {
        market(venue).makers().thin(side, share, millis + forMillis);
    }

    /**
     * Script: traders enter at a price with the next tick, against hedged holders, with prints on the tape but not
     * through the book.
     *
     * @param usd of all of them together, alike for each
     * @param leverage isolated, without regard to what the margin table allows at that size
     */
    public void addPositions(
            Venue venue, PositionSide side, long priceTicks, double usd, double leverage, int traders) {
        market(venue).add(side, priceTicks, usd, leverage, traders);
    }

    /** Script: of those that {@link #addPositions} added this share closes with the next tick, again not through the book. */
    public void removePositions(Venue venue, PositionSide side, long priceTicks, double share) {
        market(venue).leave(side, priceTicks, share);
    }

    /** Levered positions that are open now. */
    public int positions(Venue venue) {
        return market(venue).positions().count();
    }

    private VenueMarket market(Venue venue) {
        for (VenueMarket each : venues) {
            if (each.spec().venue() == venue) {
                return each;
            }
        }
        throw new IllegalArgumentException(venue.title() + " is not a venue of this market");
    }
}
