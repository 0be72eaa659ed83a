package io.faultline.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Hourly bars of a made-up market in which it is known what liquidations come from: positions that were opened before and
 * that price now passes, or nothing but the size of the move.
 */
final class KnownMarket {
    static final String HEADER =
            "time,open,high,low,close,volume_usd,taker_buy_usd,open_interest_usd," + "long_liq_usd,short_liq_usd";

    private static final double[] LEVERAGES = {3, 5, 10, 20, 25, 50, 75, 100, 125};
    private static final double[] WEIGHTS = {.10, .14, .22, .16, .12, .12, .06, .05, .03};
    private static final double[] STRETCHES = {1, 1.3, 1.7};
    private static final double[] SHARES = {.6, .25, .15};
    private static final double MAINTENANCE = .005;
    private static final double BIN = .0005;
    private static final int MINUTES = 60;

    private final SplittableRandom random;
    private final boolean fromPositions;
    private final TreeMap<Integer, Double> longs = new TreeMap<>();
    private final TreeMap<Integer, Double> shorts = new TreeMap<>();
    private double price = 60_000;
    private double coins = 80_000;
    private double volatility = .006;

    private KnownMarket(long seed, boolean fromPositions) {
        random = new SplittableRandom(seed);
        this.fromPositions = fromPositions;
    }

    /** Of every hundred dollars of positions that price passes, seven are reported, more or less. */
    static List<String> whereLiquidationsComeFromPositions(long seed, int bars) {
        return new KnownMarket(seed, true).lines(bars);
    }

    /** What is reported follows from volume and range; positions play no part. */
    static List<String> whereLiquidationsComeFromMoves(long seed, int bars) {
        return new KnownMarket(seed, false).lines(bars);
    }

    private List<String> lines(int bars) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        Instant time = Instant.parse("2024-06-01T00:00:00Z");
        for (int i = 0; i < bars; i++) {
            lines.add(time.plusSeconds(3600L * i) + "," + bar());
        }
        return lines;
    }

    private String bar() {
        double calm = Math.log(.006);
        volatility = Math.exp(calm + .98 * (Math.log(volatility) - calm) + .06 * random.nextGaussian());
        double open = price;
        double[] path = new double[MINUTES];
        double high = open;
        double low = open;
        for (int i = 0; i < MINUTES; i++) {
            double last = i == 0 ? open : path[i - 1];
            path[i] = last * Math.exp(volatility / Math.sqrt(MINUTES) * random.nextGaussian());
            high = Math.max(high, path[i]);
            low = Math.min(low, path[i]);
        }
        double close = Math.rint(path[MINUTES - 1] * 10) / 10;
        high = Math.max(high, close);
        low = Math.min(low, close);
        double passedLongs = take(longs.tailMap(bin(low), true));
        double passedShorts = take(shorts.headMap(bin(high), true));
        double volume = coins * close / 6 * Math.exp(.4 * random.nextGaussian()) * Math.pow(volatility / .006, .7);
        double change = .004 * random.nextGaussian() * coins;
        coins += change;
        double bought = .5 + .1 * (close / open - 1) / volatility + .05 * random.nextGaussian();
        open(path, close, Math.max(0, change * close) + .05 * volume);
        leave(longs);
        leave(shorts);
        double move = volume * Math.log(high / low);
        price = close;
        return String.format(
                Locale.ROOT,
                "%.1f,%.1f,%.1f,%.1f,%.0f,%.0f,%.0f,%.2f,%.2f",
                open,
                high + .05,
                low - .05,
                close,
                volume,
                Math.min(.9, Math.max(.1, bought)) * volume,
                coins * close,
                reported(passedLongs, move),
                reported(passedShorts, move));
    }

    private double reported(double passed, double move) {
        double spread = Math.exp(.8 * random.nextGaussian() - .32);
        return spread * (fromPositions ? .07 * passed : .02 * move);
    }

    private void open(double[] path, double close, double usd) {
        for (int minute = 0; minute < MINUTES; minute += 6) {
            for (int k = 0; k < LEVERAGES.length; k++) {
                for (int j = 0; j < STRETCHES.length; j++) {
                    double part = usd / 10 * WEIGHTS[k] * SHARES[j];
                    double below = path[minute] * Math.pow(1 - 1 / LEVERAGES[k] + MAINTENANCE, STRETCHES[j]);
                    double above = path[minute] * Math.pow(1 + 1 / LEVERAGES[k] - MAINTENANCE, STRETCHES[j]);
                    if (below < close) {
                        longs.merge(bin(below), part, Double::sum);
                    }
                    if (above > close) {
                        shorts.merge(bin(above), part, Double::sum);
                    }
                }
            }
        }
    }

    private static int bin(double at) {
        return (int) Math.floor(Math.log(at) / BIN);
    }

    private static double take(NavigableMap<Integer, Double> passed) {
        double sum = passed.values().stream().mapToDouble(Double::doubleValue).sum();
        passed.clear();
        return sum;
    }

    private static void leave(Map<Integer, Double> positions) {
        positions.replaceAll((bin, usd) -> usd * .985);
    }
}
