package io.faultline.alarm;

/**
 * What happened in the hour after a firing: for the log.
 *
 * @param highest price since, USD
 * @param lowest price since
 * @param last price seen within the hour
 * @param lastMillis when, by the venue's clock: what came after it is not in it
 * @param whole whether the hour is over
 */
public record Aftermath(Firing firing, double highest, double lowest, double last, long lastMillis, boolean whole) {
    private static final long WATCHED_MILLIS = 3_600_000;

    public static Aftermath of(Firing firing) {
        return new Aftermath(firing, firing.price(), firing.price(), firing.price(), firing.exchangeMillis(), false);
    }

    /** With a later mark; one from another time changes nothing. */
    public Aftermath with(long exchangeMillis, double price) {
        if (whole || exchangeMillis <= lastMillis) {
            return this;
        }
        if (exchangeMillis - firing.exchangeMillis() > WATCHED_MILLIS) {
            return new Aftermath(firing, highest, lowest, last, lastMillis, true);
        }
        return new Aftermath(firing, Math.max(highest, price), Math.min(lowest, price), price, exchangeMillis, false);
    }

    /** Fraction from the price at the firing to the highest since. */
    public double rise() {
        return highest / firing.price() - 1;
    }

    /** Fraction from the price at the firing to the last one of the hour; negative if it fell. */
    public double change() {
        return last / firing.price() - 1;
    }

    /** Fraction from the price at the firing to the lowest since; negative. */
    public double fall() {
        return lowest / firing.price() - 1;
    }
}
