package io.faultline.practice;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a script can do to a symbol's market: at all of its venues, each by its size. Money is USD of all together. */
final class Stage {
    /** Of one entering trader. */
    private static final double TRADER_USD = 150_000;

    private final PracticeExchange exchange;
    private final String symbol;
    private final List<Venue> venues;
    private final double shares;

    Stage(PracticeExchange exchange, String symbol) {
        this.exchange = exchange;
        this.symbol = symbol;
        venues = exchange.venues().stream()
                .filter(venue -> exchange.symbols(venue).contains(symbol))
                .sorted()
                .toList();
        shares = venues.stream().mapToDouble(History::share).sum();
    }

    String symbol() {
        return symbol;
    }

    private void crowd(Consumer<Crowd> what) {
        exchange.crowd(symbol, crowd -> {
            what.accept(crowd);
            return crowd;
        });
    }

    private static double tick(Contract contract) {
        return contract.quote(contract.tick());
    }

    private interface AtVenue {
        void act(Crowd crowd, Contract contract, double usd);
    }

    private void everywhere(double usd, AtVenue what) {
        for (Venue venue : venues) {
            Contract contract = Listings.of(venue, symbol);
            crowd(crowd -> what.act(crowd, contract, usd * History.share(venue) / shares));
        }
    }

    /** Traders enter at the price of now. */
    void enter(PositionSide side, double leverage, double usd) {
        everywhere(usd, (crowd, contract, part) -> {
            Side best = side == PositionSide.LONG ? Side.ASK : Side.BID;
            long price = crowd.book(contract.venue()).best(best);
            int traders = (int) Math.max(1, Math.round(part / TRADER_USD));
            if (price > 0) {
                crowd.addPositions(contract.venue(), side, price, part, leverage, traders);
            }
        });
    }

    /** Of those who entered this share leaves at the price of now. */
    void leave(PositionSide side, double share) {
        everywhere(0, (crowd, contract, part) -> {
            Side best = side == PositionSide.LONG ? Side.BID : Side.ASK;
            long price = crowd.book(contract.venue()).best(best);
            if (price > 0) {
                crowd.removePositions(contract.venue(), side, price, share);
            }
        });
    }

    /** Somebody puts a large order so far away from the price of now, a fraction of it. */
    void wall(Side side, double distance, double usd) {
        everywhere(usd, (crowd, contract, part) -> {
            long best = crowd.book(contract.venue()).best(side);
            if (best == 0) {
                return;
            }
            long away = Math.round(best * distance);
            long price = side == Side.BID ? best - away : best + away;
            long lots = Math.round(part / (price * tick(contract)) / contract.base(contract.lot()));
            crowd.addWall(contract.venue(), side, price, Math.max(1, lots));
        });
    }

    /** All large orders of a side go. */
    void pull(Side side) {
        everywhere(0, (crowd, contract, part) -> crowd.pullWalls(contract.venue(), side));
    }

    /** Makers quote less on a side. */
    void thin(Side side, double share, Duration lasting) {
        everywhere(0, (crowd, contract, part) -> crowd.thin(contract.venue(), side, share, lasting.toMillis()));
    }

    /** What the coin is worth moves, in natural logarithm. */
    void push(double logMove, Duration over) {
        crowd(crowd -> crowd.push(logMove, over.toMillis()));
    }

    /** What moves the coin beside pushes, and what is traded for its sake, is only this share of what it would be. */
    void calm(double share, Duration lasting) {
        crowd(crowd -> crowd.calm(share, lasting.toMillis()));
    }

    /** The mark price now, USD: that of the venue named first. */
    double mark() {
        return exchange.crowd(symbol, crowd -> crowd.mark(venues.get(0)));
    }

    /** A feed breaks, where the venue takes part. */
    Optional<VenueFaults.Running> start(Venue venue, Fault fault) {
        return venues.contains(venue) ? Optional.of(exchange.faults(venue).start(fault)) : Optional.empty();
    }
}
