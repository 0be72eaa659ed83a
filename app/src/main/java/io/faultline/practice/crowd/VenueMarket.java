package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import java.util.ArrayList;
import java.util.List;

/** One venue of a market: its book, everybody who trades there, and what it publishes. */
final class VenueMarket implements CrowdBook.Fills {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final double USUAL_INTEREST_USD = 2e9;

    private final CrowdVenue spec;
    private final double size;
    private final Fundamental fundamental;
    private final Accounts accounts = new Accounts();
    private final Pressure pressure;
    private final CrowdBook book = new CrowdBook();
    private final ImpactModel impact;
    private final Tape tape;
    private final Matching matching;
    private final HouseOrders orders;
    private final OpenPositions positions;
    private final OracleMass oracle;
    private final Traders traders;
    private final LiquidationTape liquidations;
    private final MarginEngine engine;
    private final MarketMakers makers;
    private final FastTraders fast;
    private final HedgedHolders holders;
    private final Walls walls = new Walls(book);
    private final FundingClock funding;
    private final InterestFeed interest;
    private final List<Runnable> scripted = new ArrayList<>();
    private final List<TraderPosition> ofScript = new ArrayList<>();
    private MarkPrice mark;

    /** @param share of the market's open interest, all venues' adding up to 1 */
    VenueMarket(
            CrowdVenue spec,
            double share,
            CrowdSettings settings,
            Fundamental fundamental,
            Chances chances,
            long millis) {
        this.spec = spec;
        this.fundamental = fundamental;
        double usd = share * settings.openInterestUsd();
        size = usd / USUAL_INTEREST_USD;
        double price = settings.startPrice();
        pressure = new Pressure(size);
        impact = new ImpactModel(size, price * spec.lot());
        tape = new Tape(spec, accounts, pressure, price, millis);
        matching = new Matching(book, impact, tape, accounts, this);
        orders = new HouseOrders(matching, accounts);
        positions = new OpenPositions(settings.margin(), spec.tick(), spec.lot());
        oracle = new OracleMass(price);
        traders = new Traders(spec, matching, accounts, positions, oracle, chances.exits());
        liquidations = new LiquidationTape(spec, tape);
        engine = new MarginEngine(spec, matching, accounts, positions, traders, liquidations, tape);
        engine.endow(usd);
        makers = new MarketMakers(spec, size, fundamental, pressure, accounts, book, orders, chances.makers());
        fast = new FastTraders(spec, size, accounts, orders, price, chances.churn());
        holders = new HedgedHolders(spec, size, usd, price, accounts, orders, chances.hedgers());
        funding = new FundingClock(spec.fundingHours(), millis);
        interest = new InterestFeed(spec, chances.feedNoise());
        mark = new MarkPrice(Crowd.TICK_MILLIS, price / spec.tick());
    }

    /** From here on there is no book until {@link #openBook}. */
    void closeBook(long stepMillis) {
        matching.coarse(true);
        mark = mark.withStep(stepMillis);
    }

    /** Makers begin to quote. */
    void openBook(long millis) {
        matching.coarse(false);
        mark = mark.withStep(Crowd.TICK_MILLIS);
        accounts.shareOut(Accounts.FIRST_MAKER, MarketMakers.COUNT, tape.last());
        accounts.shareOut(Accounts.FIRST_FAST, FastTraders.COUNT, tape.last());
        makers.step(millis);
    }

    /** The first half of a tick: who must act on the price as it is, does. */
    void begin(long millis, double seconds, CrowdListener listener) {
        tape.at(millis, listener);
        pressure.pass(seconds);
        makers.pass(seconds);
        impact.quote(makers.middle());
        scripted.forEach(Runnable::run);
        scripted.clear();
        mark.look(fundamental.price() / spec.tick(), matching.middle(), (double) tape.last());
        oracle.sweep(mark());
        engine.look(mark.value());
        traders.wake(millis);
    }

    void enter(Newcomer newcomer) {
        traders.enter(newcomer);
    }

    /** The second half: everybody else trades and quotes, and the venue tells what there is to tell. */
    void end(long millis, long stepMillis) {
        holders.step(millis, stepMillis, fundamental.price());
        double seconds = stepMillis / 1_000.0;
        double interestUsd = openInterest() * fundamental.price();
        if (matching.isCoarse()) {
            fast.coarseStep(millis, seconds, fundamental, interestUsd, matching);
        } else {
            fast.step(millis, seconds, fundamental, interestUsd);
            makers.step(millis);
        }
        if (millis % SECOND == 0) {
            second(millis);
        }
        CrowdListener listener = tape.listener();
        book.tellChanges(Side.BID, (price, lots) -> listener.level(spec.venue(), millis, Side.BID, price, lots));
        book.tellChanges(Side.ASK, (price, lots) -> listener.level(spec.venue(), millis, Side.ASK, price, lots));
    }

    private void second(long millis) {
        engine.unwind(orders, mark.value());
        liquidations.second();
        funding.sample(matching.middle() * spec.tick() / fundamental.price() - 1);
        boolean settles = funding.isDue(millis);
        if (settles) {
            double rate = funding.settle();
            accounts.payFunding(mark.value(), rate);
            positions.payFunding(accounts, mark.value(), rate);
        }
        CrowdListener listener = tape.listener();
        listener.mark(spec.venue(), millis, mark(), fundamental.price());
        if (!matching.isCoarse()) {
            interest.step(millis, openInterest(), listener);
        }
        if (settles || millis % MINUTE == 0) {
            listener.funding(spec.venue(), millis, funding.rate(), funding.predicted(), funding.nextMillis());
        }
    }

    @Override
    public void resting(int order, int owner, int tag, Side side, long priceTicks, long lots, boolean gone) {
        if (owner == Accounts.TRADER) {
            traders.filled(matching.owner(order), lots, lots * priceTicks);
            return;
        }
        long signed = side == Side.BID ? lots : -lots;
        accounts.trade(owner, signed, signed * priceTicks);
        if (gone && owner == Accounts.WALLS) {
            walls.filled(side, order);
        } else if (gone) {
            makers.filled(owner, side, tag);
        }
    }

    @Override
    public void traded(TakerSide taker, long priceTicks, long lots, boolean forced) {
        tape.trade(taker, priceTicks, lots, forced);
    }

    /** Adds positions at the next tick. */
    void add(PositionSide side, long priceTicks, double usd, double leverage, int count) {
        long lots = Math.max(1, Math.round(usd / count / (priceTicks * spec.tick() * spec.lot())));
        Newcomer newcomer = new Newcomer(
                side, usd / count, 1 / leverage, true, 0, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
        scripted.add(() -> {
            for (int i = 0; i < count; i++) {
                long against = side == PositionSide.LONG ? -lots : lots;
                accounts.trade(Accounts.SCRIPT, against, against * priceTicks);
                ofScript.add(traders.enterAt(newcomer, priceTicks, lots));
                tape.block(side == PositionSide.LONG ? TakerSide.BUY : TakerSide.SELL, priceTicks, lots);
            }
        });
    }

    /** Closes that share of the positions that were added and are still there, with the next tick, the oldest first. */
    void leave(PositionSide side, long priceTicks, double share) {
        scripted.add(() -> {
            List<TraderPosition> there = ofScript.stream()
                    .filter(position -> position.side == side && position.lots() > 0)
                    .toList();
            for (TraderPosition position : there.subList(0, (int) Math.round(share * there.size()))) {
                long lots = position.lots();
                long against = position.signed(lots);
                accounts.trade(Accounts.SCRIPT, against, against * priceTicks);
                traders.exitAt(position, priceTicks);
                tape.block(side == PositionSide.LONG ? TakerSide.SELL : TakerSide.BUY, priceTicks, lots);
            }
            ofScript.removeIf(position -> position.lots() == 0);
        });
    }

    MassCheck.OfVenue check() {
        return accounts.balance(spec.venue(), positions);
    }

    CrowdVenue spec() {
        return spec;
    }

    /** Share of the market, beside one with 2 bn USD of positions. */
    double size() {
        return size;
    }

    Pressure pressure() {
        return pressure;
    }

    HouseOrders orders() {
        return orders;
    }

    MarketMakers makers() {
        return makers;
    }

    Walls walls() {
        return walls;
    }

    CrowdBook book() {
        return book;
    }

    double mark() {
        return mark.value() * spec.tick();
    }

    double openInterest() {
        return accounts.longLots() * spec.lot();
    }

    TrueMass truth() {
        return positions.mass();
    }

    TrueMass oracleMass() {
        return oracle.mass();
    }

    /** Open levered positions. */
    OpenPositions positions() {
        return positions;
    }
}
