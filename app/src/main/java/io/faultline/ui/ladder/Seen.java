package io.faultline.ui.ladder;

import io.faultline.ui.text.Numbers;
import java.util.function.DoubleFunction;

/**
 * A sum over resting orders, in USD. Beyond the reach of a venue's book only those levels are seen that changed since:
 * the sum is then the least that rests there, and reads {@code ≥}.
 *
 * @param usd NaN where nothing may be said
 * @param all whether every order of that stretch is seen
 */
record Seen(double usd, boolean all) {
    static final Seen UNKNOWN = new Seen(Double.NaN, false);

    /** Neither exact nor a lower bound: nothing of it has been seen. */
    boolean unknown() {
        return !Double.isFinite(usd) || (!all && usd <= 0);
    }

    /** {@code 1.23M}, {@code ≥1.23M} or {@code ?}. */
    String text() {
        return text(Numbers::usd);
    }

    /** {@code 1,234,567}, {@code ≥1,234,567} or {@code ?}. */
    String inFull() {
        return text(Numbers::usdInFull);
    }

    private String text(DoubleFunction<String> form) {
        return unknown() ? "?" : all ? form.apply(usd) : "≥" + form.apply(usd);
    }
}
