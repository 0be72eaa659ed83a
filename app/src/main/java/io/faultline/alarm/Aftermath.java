package io.faultline.alarm;

/**
 * What happened after a firing, over a quarter of an hour: for the log.
 *
 * @param highest price since
 * @param lowest price since
 * @param last price seen
 * @param lastMillis when, by the venue's clock
 * @param whole whether the quarter of an hour is over
 */
public record Aftermath(Firing firing, double highest, double lowest, double last, long lastMillis, boolean whole) {
    private static final long WATCHED_MILLIS = 15 * 60_000L;

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

    /** Fraction from the price at the firing to the lowest since; negative. */
    public double fall() {
        return lowest / firing.price() - 1;
    }
}
