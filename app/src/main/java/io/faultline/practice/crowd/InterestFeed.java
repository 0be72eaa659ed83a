package io.faultline.practice.crowd;

/** Tells of a venue's open interest each 3 s; one sample in fifty is 5 s late and holds up those after it. */
final class InterestFeed {
    private static final long EVERY_MILLIS = 3_000;
    private static final long LATE_MILLIS = 5_000;
    private static final double LATE = .02;
    private static final int MOST_WAITING = 8;

    private final CrowdVenue spec;
    private final Chance noise;
    private final long[] sampled = new long[MOST_WAITING];
    private final long[] told = new long[MOST_WAITING];
    private final double[] coins = new double[MOST_WAITING];
    private int waiting;
    private long latest;

    InterestFeed(CrowdVenue spec, Chance noise) {
        this.spec = spec;
        this.noise = noise;
    }

    void step(long millis, double coinsNow, CrowdListener listener) {
        if (millis % EVERY_MILLIS == 0) {
            latest = Math.max(latest, millis + (noise.happens(LATE) ? LATE_MILLIS : 0));
            sampled[waiting] = millis;
            told[waiting] = latest;
            coins[waiting] = coinsNow;
            waiting++;
        }
        int count = 0;
        while (count < waiting && told[count] <= millis) {
            listener.openInterest(spec.venue(), sampled[count], coins[count]);
            count++;
        }
        if (count > 0) {
            waiting -= count;
            System.arraycopy(sampled, count, sampled, 0, waiting);
            System.arraycopy(told, count, told, 0, waiting);
            System.arraycopy(coins, count, coins, 0, waiting);
        }
    }
}
