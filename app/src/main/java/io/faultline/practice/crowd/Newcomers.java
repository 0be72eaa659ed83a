package io.faultline.practice.crowd;

import io.faultline.liquidation.MarginScheme;
import io.faultline.market.PositionSide;

/** Draws the traders who open positions: when, how large, with which leverage and which plans (model 24.2). */
final class Newcomers {
    private static final double[] LEVERAGES = {3, 5, 10, 20, 25, 50, 75, 100, 125};
    private static final double[] NOTIONAL_SHARES = {.13, .18, .22, .12, .13, .10, .05, .05, .02};
    private static final double[] MEAN_USD = {220e3, 180e3, 120e3, 80e3, 70e3, 45e3, 30e3, 22e3, 15e3};
    private static final double[] HOLD_HOURS = {110, 80, 40, 20, 18, 7, 4, 3, 2};
    private static final double CONCENTRATION = 80;
    private static final double HOUR_SECONDS = 3_600;
    private static final double HOUR_MILLIS = HOUR_SECONDS * 1_000;
    /** Positions end before their time by stops, profits and by force: of the mean holding time, what is left of it. */
    private static final double LIVED_SHARE = .8;

    private static final double USUAL_INTEREST_USD = 2e9;
    private static final double MOST_USD = 15e6;
    private static final double SIZE_MEAN = -.6;
    private static final double SIZE_SPREAD = 1.1;
    private static final double ODD_LEVERAGE = .3;
    private static final double ODD_SPREAD = .18;
    private static final double CROSS = .5;
    private static final double TOPPED_UP = .25;
    private static final double TAKES = .6;
    private static final double FARTHEST_INSIDE = .0004;
    private static final double STOPS = .6;
    private static final double TAKES_PROFIT = .5;

    private final Chances chances;
    private final MarginScheme margin;
    private final double sizeFactor;
    private final double perSecond;
    private final double[] cumulated = new double[LEVERAGES.length];
    private double due;
    private double nextDue;

    /** @param openInterestUsd of all positions, one side, when as many come as go */
    Newcomers(Chances chances, MarginScheme margin, double openInterestUsd) {
        this.chances = chances;
        this.margin = margin;
        sizeFactor = Math.sqrt(openInterestUsd / USUAL_INTEREST_USD);
        double[] shares = new double[LEVERAGES.length];
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = chances.leverage().gamma(CONCENTRATION * NOTIONAL_SHARES[i]);
            all += shares[i];
        }
        double hours = 0;
        double count = 0;
        for (int i = 0; i < shares.length; i++) {
            hours += shares[i] / all * HOLD_HOURS[i];
            count += shares[i] / all / (MEAN_USD[i] * sizeFactor);
            cumulated[i] = count;
        }
        double usdPerSecond = 2 * openInterestUsd / (hours * LIVED_SHARE * HOUR_SECONDS);
        perSecond = usdPerSecond * count;
        nextDue = chances.arrivals().exponential(1);
    }

    /** Time passes; {@link #hasNext} tells whether somebody has come. */
    void pass(double seconds, double activity) {
        due += perSecond * seconds * activity;
    }

    boolean hasNext() {
        return due >= nextDue;
    }

    /** @param size of the venue he goes to, 1 for one with 2 bn USD of positions */
    Newcomer next(PositionSide side, double price, double size) {
        due -= nextDue;
        nextDue = chances.arrivals().exponential(1);
        boolean takes = chances.arrivals().happens(TAKES);
        double inside = takes ? 0 : chances.arrivals().uniform(0, FARTHEST_INSIDE);
        int tier = tier();
        double factor = StrictMath.exp(SIZE_MEAN + SIZE_SPREAD * chances.sizes().gaussian());
        double usd = Math.min(MOST_USD * size, MEAN_USD[tier] * factor * sizeFactor);
        double marginShare = marginShare(tier, usd, price);
        Chance exits = chances.exits();
        double hold = exits.exponential(HOLD_HOURS[tier] * HOUR_MILLIS);
        double stop = exits.happens(STOPS) ? exits.uniform(.3, .9) : Double.NaN;
        double profit = exits.happens(TAKES_PROFIT) ? exits.uniform(.4, 2.5) : Double.NaN;
        return new Newcomer(side, usd, marginShare, takes, inside, hold, stop, profit);
    }

    private int tier() {
        double at = chances.leverage().uniform() * cumulated[cumulated.length - 1];
        int tier = 0;
        while (at >= cumulated[tier]) {
            tier++;
        }
        return tier;
    }

    private double marginShare(int tier, double usd, double price) {
        Chance chance = chances.leverage();
        double leverage = LEVERAGES[tier];
        if (chance.happens(ODD_LEVERAGE)) {
            leverage *= StrictMath.exp(ODD_SPREAD * chance.gaussian());
        }
        double contracts = usd / price / margin.multiplier();
        leverage =
                Math.max(1, Math.min(leverage, margin.bracketOf(usd, contracts).maxLeverage()));
        if (chance.happens(CROSS)) {
            return 1 / Math.min(leverage, chance.uniform(1.5, 6));
        }
        double extra = chance.happens(TOPPED_UP) ? chance.uniform(.2, 1) : 0;
        return (1 + extra) / leverage;
    }
}
