package io.faultline.ledger;

/** Within which time a level is touched or not, model 20. */
public enum Horizon {
    H4(4),
    H24(24);

    private final int hours;

    Horizon(int hours) {
        this.hours = hours;
    }

    public long millis() {
        return hours * 3_600_000L;
    }
}
