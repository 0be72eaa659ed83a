package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up market: one random walk of price, and for each venue its share of volume and open interest. */
public final class SyntheticMarket {
    public static final long HOUR = 3_600_000L;
    public static final long DAY = 24 * HOUR;

    /** A whole hour. */
    public static final long NOW = 1_732_190_400_000L;

    public static final BracketTables TABLES = tables("BINANCE");

    private final Random random;
    private double price = 60_000;
    private double openInterest = 30_000;

    public SyntheticMarket(long seed) {
        random = new Random(seed);
    }

    public static BracketTables tables(String venue) {
        return new BracketTables(List.of(new BracketTable(
                LocalDate.of(2024, 11, 1), Vectors.scheme(venue), BracketTable.Origin.VENUE, List.of())));
    }

    /** What a program asks of a venue at its start: bars from 37 days ago to now, the shorter the younger. */
    public List<GridBar> history() {
        List<GridBar> bars = new ArrayList<>();
        append(bars, NOW - 37 * DAY, NOW - 7 * DAY, HOUR);
        append(bars, NOW - 7 * DAY, NOW - DAY, HOUR / 4);
        append(bars, NOW - DAY, NOW - 4 * HOUR, HOUR / 12);
        append(bars, NOW - 4 * HOUR, NOW, HOUR / 60);
        return bars;
    }

    /** The inputs of a venue that has run for 37 days, as they are kept. */
    public VenueInputs longRunning(Venue venue) {
        InputLog log = new InputLog();
        List<GridBar> bars = new ArrayList<>();
        append(bars, NOW - 37 * DAY, NOW - 7 * DAY, HOUR);
        append(bars, NOW - 7 * DAY, NOW - DAY, HOUR / 12);
        append(bars, NOW - DAY, NOW - 4 * HOUR, HOUR / 60);
        append(bars, NOW - 4 * HOUR, NOW, HOUR / 360);
        bars.forEach(log::append);
        return new VenueInputs(venue, TABLES, log.bars(), .06, .06);
    }

    public void append(List<GridBar> bars, long from, long until, long length) {
        for (long start = from; start < until; start += length) {
            bars.add(next(start, length));
        }
    }

    public GridBar next(long start, long length) {
        double deviation = .008 * Math.sqrt(length / (double) HOUR);
        double open = price;
        price *= Math.exp(deviation * random.nextGaussian());
        double high = Math.max(open, price) * (1 + deviation / 2 * random.nextDouble());
        double low = Math.min(open, price) * (1 - deviation / 2 * random.nextDouble());
        double volume = openInterest * price * 4 * length / DAY * (.5 + random.nextDouble());
        double bought = .3 + .4 * random.nextDouble();
        openInterest *= Math.exp(.3 * deviation * random.nextGaussian());
        return new GridBar(
                start,
                length / 1000.0,
                open,
                high,
                low,
                price,
                low,
                high,
                price,
                volume * bought,
                volume * (1 - bought),
                openInterest,
                random.nextInt(3) == 0 ? volume * 1e-4 : 0,
                random.nextInt(3) == 0 ? volume * 1e-4 : 0);
    }
}
