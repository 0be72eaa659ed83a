package io.faultline.practice;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.ClosingStep;
import io.faultline.practice.crowd.Crowd;
import io.faultline.practice.crowd.CrowdListener;
import io.faultline.practice.crowd.CrowdSettings;
import io.faultline.practice.crowd.CrowdVenue;
import io.faultline.practice.crowd.WarmCrowd;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's market at all venues, moved by one crowd of traders. It begins, with a past, when somebody first asks for
 * more than its name. Its monitor guards the crowd; a venue's lock may be held when it is taken, never the other way round.
 */
final class CrowdMarket implements CrowdListener {
    /** Of positions, both sides, of all venues: model 24.2. */
    private static final double MAIN_OPEN_INTEREST_USD = 2e9;

    /** A clock that jumped, as after a sleep of the computer, is followed by and by. */
    private static final long MOST_MILLIS_AT_ONCE = 1_000;

    private static final String MAIN = "BTCUSDT";
    private static final double OPEN_INTEREST_USD = 4e8;
    private static final double MOST_SWING = 0.2;

    private final String symbol;
    private final long seed;
    private final LongSupplier clock;
    private final int pastDays;
    private final long quietMillis;
    private final double price;
    private final double openInterestUsd;
    private final Map<Venue, CrowdSeat> seats = new EnumMap<>(Venue.class);
    private final List<CrowdListener> others = new ArrayList<>();
    private @Nullable Crowd crowd;

    /**
     * @param symbol canonical; the chance of each is its own
     * @param settings with a crowd
     */
    CrowdMarket(String symbol, PracticeSettings settings) {
        pastDays = settings.crowd().orElseThrow();
        quietMillis = settings.quiet().toMillis();
        clock = settings.clock();
        this.symbol = symbol;
        this.seed = symbol.equals(MAIN) ? settings.seed() : Noise.mix(settings.seed() + symbol.hashCode());
        double swing = new Noise(this.seed).at(0, Course.DAY);
        Contract listed = Listings.of(Venue.BINANCE, symbol);
        price = symbol.equals(MAIN) ? listed.price() : listed.price() * Math.exp(swing * MOST_SWING);
        openInterestUsd = symbol.equals(MAIN) ? MAIN_OPEN_INTEREST_USD : OPEN_INTEREST_USD * Math.exp(swing);
    }

    /**
     * The place of one more venue; before the market begins.
     *
     * @param updatesKept how many updates back the book can be asked about
     */
    CrowdSeat seat(Contract contract, int updatesKept) {
        double interest = openInterestUsd / 2 * History.share(contract.venue()) / price;
        CrowdSeat seat = new CrowdSeat(this, contract, price, interest, updatesKept);
        seats.put(contract.venue(), seat);
        return seat;
    }

    /** Lets the market begin, if it has not. */
    synchronized void begin() {
        if (crowd != null) {
            return;
        }
        long now = clock.getAsLong();
        List<CrowdVenue> venues = new ArrayList<>();
        seats.forEach((venue, seat) -> venues.add(new CrowdVenue(
                venue,
                History.share(venue),
                seat.tick(),
                seat.lot(),
                venue == Venue.DYDX ? 1 : 8,
                CrowdVenue.LiquidationFeed.FULL)));
        CrowdSettings settings = CrowdSettings.of(Venue.BINANCE)
                .withVenues(venues)
                .withStartPrice(price)
                .withOpenInterest(openInterestUsd)
                .withStart(now / Course.MINUTE * Course.MINUTE)
                .withQuiet(quietMillis);
        WarmCrowd warm = Crowd.warm(seed, settings, pastDays);
        Crowd begun = warm.crowd();
        seats.forEach((venue, seat) ->
                seat.begun(Objects.requireNonNull(warm.past().get(venue)), begun.index(), begun.book(venue)));
        crowd = begun;
        begun.advance(now, this);
    }

    /** Lets one more hear what happens from now on. */
    synchronized void listen(CrowdListener one) {
        others.add(one);
    }

    /** Lets the market go on, if it has begun. */
    synchronized void advance(long millis) {
        if (crowd != null) {
            crowd.advance(Math.min(millis, crowd.millis() + MOST_MILLIS_AT_ONCE), this);
        }
    }

    /** The levels of a venue's book once more, for who has not followed it. */
    synchronized List<Change> levels(Venue venue) {
        return crowd == null ? List.of() : at(venue).catchUp(crowd.book(venue));
    }

    /** Asks or steers the crowd, which begins if it has not. */
    synchronized <T> T with(Function<Crowd, T> what) {
        begin();
        return what.apply(Objects.requireNonNull(crowd));
    }

    private CrowdSeat at(Venue venue) {
        CrowdSeat seat = seats.get(venue);
        if (seat == null) {
            throw new IllegalStateException(venue + " takes no part in " + symbol);
        }
        return seat;
    }

    @Override
    public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {
        at(venue).trade(millis, taker == TakerSide.BUY ? Side.ASK : Side.BID, priceTicks, lots, forced);
        others.forEach(other -> other.trade(venue, millis, taker, priceTicks, lots, forced));
    }

    @Override
    public void level(Venue venue, long millis, Side side, long priceTicks, long lots) {
        at(venue).level(side, priceTicks, lots);
        others.forEach(other -> other.level(venue, millis, side, priceTicks, lots));
    }

    @Override
    public void mark(Venue venue, long millis, double mark, double index) {
        at(venue).mark(millis, mark, index);
        others.forEach(other -> other.mark(venue, millis, mark, index));
    }

    @Override
    public void openInterest(Venue venue, long millis, double coins) {
        at(venue).openInterest(millis, coins);
        others.forEach(other -> other.openInterest(venue, millis, coins));
    }

    @Override
    public void liquidation(Venue venue, long millis, PositionSide side, long priceTicks, long lots) {
        at(venue).liquidation(millis, side == PositionSide.LONG ? Side.BID : Side.ASK, priceTicks, lots);
        others.forEach(other -> other.liquidation(venue, millis, side, priceTicks, lots));
    }

    @Override
    public void funding(Venue venue, long millis, double rate, double predicted, long nextMillis) {
        at(venue).funding(millis, rate, predicted, Course.nextFunding(venue, millis - 1) == millis);
        others.forEach(other -> other.funding(venue, millis, rate, predicted, nextMillis));
    }

    @Override
    public void closing(
            Venue venue, long millis, ClosingStep step, long position, PositionSide side, long lots, double price) {
        others.forEach(other -> other.closing(venue, millis, step, position, side, lots, price));
    }
}
