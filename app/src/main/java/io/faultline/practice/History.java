package io.faultline.practice;

import io.faultline.market.Venue;

/** A course that is a function of the seed and the time alone, nearly the same on all venues. */
final class History implements Course {
    /** Times kept by the venues. */
    private static final long KEPT = 40 * DAY;

    private static final long[] PERIODS = {9 * DAY, 2 * DAY, 7 * HOUR, HOUR, 9 * MINUTE, 80_000, 12_000};
    private static final double[] SWINGS = {0.05, 0.02, 0.008, 0.003, 0.001, 0.0003, 0.00006};
    private static final int SAMPLES = 3;
    private static final double MINUTE_TURNOVER_USD = 1_500_000;
    private static final double OPEN_INTEREST_USD = 800_000_000;

    private final double start;
    private final Noise common;
    private final Noise own;
    private final double share;
    private final long fundingInterval;
    private volatile long skewMillis;

    History(Contract contract, long seed) {
        start = contract.price();
        common = new Noise(seed * 31 + contract.canonical().hashCode());
        own = new Noise(seed * 31
                + contract.canonical().hashCode() * 7L
                + contract.venue().id().hashCode());
        share = share(contract.venue());
        fundingInterval = contract.venue() == Venue.DYDX ? HOUR : FUNDING_INTERVAL;
    }

    @Override
    public long oldest(long nowMillis) {
        return nowMillis - KEPT;
    }

    @Override
    public void skew(long millis) {
        skewMillis = millis;
    }

    private double common(long millis, long period) {
        return common.at(millis - skewMillis, period);
    }

    private double own(long millis, long period) {
        return own.at(millis - skewMillis, period);
    }

    /** How big the venue is, as a part of the biggest. */
    static double share(Venue venue) {
        return switch (venue) {
            case BINANCE -> 1;
            case BYBIT -> 0.5;
            case OKX -> 0.35;
            case BITGET -> 0.25;
            case DYDX -> 0.05;
        };
    }

    @Override
    public double price(long millis) {
        double swing = own(millis, 40_000) * 0.00004;
        for (int i = 0; i < PERIODS.length; i++) {
            swing += common(millis, PERIODS[i]) * SWINGS[i];
        }
        return start * Math.exp(swing);
    }

    /** The same on all venues, and calmer. */
    @Override
    public double index(long millis) {
        double swing = 0;
        for (int i = 0; i < PERIODS.length - 1; i++) {
            swing += common(millis, PERIODS[i]) * SWINGS[i];
        }
        return start * Math.exp(swing);
    }

    @Override
    public double mark(long millis) {
        return index(millis) * (1 + own(millis, 5 * MINUTE) * 0.0001);
    }

    @Override
    public double openInterest(long millis) {
        double swing = own(millis, 3 * DAY) * 0.15 + own(millis, 5 * HOUR) * 0.05 + own(millis, 6 * MINUTE) * 0.004;
        return OPEN_INTEREST_USD * share / start * Math.exp(swing);
    }

    @Override
    public double fundingRate(long millis) {
        return (0.0001 + own(millis, 11 * HOUR) * 0.00015) * fundingInterval / FUNDING_INTERVAL;
    }

    @Override
    public double settledRate(long millis) {
        return fundingRate(millis);
    }

    @Override
    public Bar bar(BarKind kind, long startMillis, long lengthMillis) {
        return switch (kind) {
            case TRADES -> traded(startMillis, lengthMillis);
            case MARK -> Bar.of(startMillis, lengthMillis, this::mark);
            case INDEX -> Bar.of(startMillis, lengthMillis, this::index);
        };
    }

    private Bar traded(long startMillis, long lengthMillis) {
        double open = price(startMillis);
        double high = open;
        double low = open;
        double volume = 0;
        double takerBuy = 0;
        double close = open;
        for (long minute = startMillis; minute < startMillis + lengthMillis; minute += MINUTE) {
            double before = close;
            for (int i = 1; i <= SAMPLES; i++) {
                close = price(minute + i * MINUTE / SAMPLES);
                high = Math.max(high, close);
                low = Math.min(low, close);
            }
            double change = close / before - 1;
            double base = minuteVolume(minute) * (1 + Math.min(20, Math.abs(change) * 2_000));
            volume += base;
            takerBuy += base * Math.max(0.1, Math.min(0.9, 0.5 + change * 200 + own(minute, 3 * MINUTE) * 0.1));
        }
        return new Bar(startMillis, open, high, low, close, volume, takerBuy, (int) (volume * start / 5_000) + 1);
    }

    private double minuteVolume(long millis) {
        return MINUTE_TURNOVER_USD * share / start * Math.exp(own(millis, 4 * HOUR) + own(millis, 2 * MINUTE) * 0.7);
    }

    /** Roughly. */
    @Override
    public double dayVolume(long millis) {
        double sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            sum += minuteVolume(millis - hour * HOUR) * 60 * 1.5;
        }
        return sum;
    }
}
