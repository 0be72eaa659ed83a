package io.faultline.practice.crowd;

/**
 * What the coin is worth: a Brownian motion in log price whose volatility wanders and follows the hour of the day, with
 * jumps (model 24.2). It is the index of all venues.
 */
final class Fundamental {
    private static final double ANNUAL_VOLATILITY = .5;
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;
    private static final long DAY = 86_400_000;
    private static final long VOLATILITY_MILLIS = 10_000;
    private static final double PERSISTENCE = .9985;
    private static final double SHOCK = .03;
    private static final double DIURNAL = .35;
    private static final double APPEAL_POWER = .7;
    private static final double JUMP_MILLIS = DAY / 2.5;
    private static final double JUMP = .008;

    private final Chance moves;
    private final Chance volatility;
    private long millis;
    private double price;
    private double logVolatility;
    private double activity;
    private double appeal;
    private double deviationPerStep;
    private double stepMillis = -1;
    private double nextJump;
    private double pushPerMilli;
    private long pushedUntil;
    private double calmShare = 1;
    private long calmUntil;

    Fundamental(double price, long millis, Chances chances) {
        this.price = price;
        this.millis = millis;
        moves = chances.fundamental();
        volatility = chances.volatility();
        logVolatility = volatility.gaussian() * SHOCK / Math.sqrt(1 - PERSISTENCE * PERSISTENCE);
        nextJump = millis + moves.exponential(JUMP_MILLIS);
        wander();
    }

    /** Goes on by a step of at most 10 s. */
    void step(long step) {
        long before = millis;
        millis += step;
        double share = calm();
        if (millis / VOLATILITY_MILLIS != before / VOLATILITY_MILLIS) {
            logVolatility = PERSISTENCE * logVolatility + SHOCK * volatility.gaussian();
            wander();
            stepMillis = -1;
        }
        if (step != stepMillis) {
            stepMillis = step;
            deviationPerStep = ANNUAL_VOLATILITY * activity * Math.sqrt(step / 1_000.0 / SECONDS_PER_YEAR);
        }
        double move = share * deviationPerStep * moves.gaussian();
        while (nextJump <= millis) {
            move += share * JUMP * moves.gaussian();
            nextJump += moves.exponential(JUMP_MILLIS);
        }
        if (pushedUntil > before) {
            move += pushPerMilli * (Math.min(millis, pushedUntil) - before);
        }
        price *= StrictMath.exp(move);
    }

    /** Adds a drift for a while, instead of what is left of an earlier one. */
    void push(double logMove, long overMillis) {
        if (overMillis <= 0) {
            price *= StrictMath.exp(logMove);
        } else {
            pushPerMilli = logMove / overMillis;
            pushedUntil = millis + overMillis;
        }
    }

    /**
     * For a while it moves by only this share of what it would. Who trades because of its moves trades less by the square of
     * that, and who opens a position by its root.
     */
    void calm(double share, long forMillis) {
        calmShare = share;
        calmUntil = millis + forMillis;
    }

    private double calm() {
        return millis <= calmUntil ? calmShare : 1;
    }

    double price() {
        return price;
    }

    /** Standard deviation of the latest step's log return, apart from jumps. */
    double deviation() {
        return calm() * deviationPerStep;
    }

    /** How much is traded now beside the mean of many days, about 1: as it is volatile and by the hour of the day. */
    double activity() {
        return calm() * calm() * activity;
    }

    /** How many open positions now beside the mean of many days, about 1. */
    double appeal() {
        return Math.sqrt(calm()) * appeal;
    }

    private void wander() {
        double diurnal = Math.sqrt(1 + DIURNAL * StrictMath.sin(2 * Math.PI * (millis % DAY) / DAY));
        double wandering = StrictMath.exp(logVolatility);
        activity = wandering * diurnal;
        appeal = StrictMath.pow(wandering, APPEAL_POWER) * diurnal;
    }
}
