package io.faultline.signal;

/** Leverage as the screen shows it. */
public enum TierBand {
    X5,
    X10,
    X25,
    X50,
    X100;

    boolean high() {
        return compareTo(X50) >= 0;
    }
}
