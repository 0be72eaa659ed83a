package io.faultline.ui.heatmap;

/**
 * The two ends of a colour scale, and whether they follow what is in view. The padlock stops that; so does setting one by
 * hand.
 */
final class Contrast {
    private final double[] quartiles = new double[3];
    private Handles handles = new Handles(50_000, 5_000_000);
    private boolean auto = true;
    private boolean chosen;

    Handles handles() {
        return handles;
    }

    boolean auto() {
        return auto;
    }

    /** Opens the padlock, or closes it. */
    void auto(boolean on) {
        auto = on;
    }

    /** Sets the handles by hand, which closes the padlock. */
    void set(Handles wanted) {
        handles = wanted;
        auto = false;
        chosen = true;
    }

    /** Sets the handles by what is in view. */
    void follow(Handles seen) {
        handles = seen;
        chosen = true;
    }

    /** As the other is set: its handles, and its padlock. */
    void continueFrom(Contrast other) {
        handles = other.handles;
        auto = other.auto;
        chosen = other.chosen;
    }

    /** Lets the next look choose as the first did, unless the padlock is closed. */
    void forget() {
        chosen &= !auto;
    }

    /** Whether anybody has set the handles yet. */
    boolean chosen() {
        return chosen;
    }

    /** Values of a quarter, a half and three quarters of the cells when it last looked, USD; zeros before that. */
    double quartile(int which) {
        return quartiles[which];
    }

    void quartiles(double first, double second, double third) {
        quartiles[0] = first;
        quartiles[1] = second;
        quartiles[2] = third;
    }
}
