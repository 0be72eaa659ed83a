package io.faultline.ledger;

/** How many of how many, and between which shares the truth lies. */
public record Proportion(int hits, int trials) {
    private static final double Z80 = 1.2815515655446004;

    public Proportion {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " of " + trials);
        }
    }

    /** NaN without trials. */
    public double share() {
        return hits / (double) trials;
    }

    /** Wilson's 80 % interval. */
    public Interval wilson80() {
        if (trials == 0) {
            return Interval.UNKNOWN;
        }
        double n = trials;
        double z2 = Z80 * Z80;
        double centre = (share() + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z80 * Math.sqrt(share() * (1 - share()) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
