package io.faultline.venue.bitget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The size that an amount of quote was: the venue rounds the price that it multiplied by, so the quotient has noise. */
final class BaseSize {
    /** Relative difference from a whole number of lots that is noise. */
    private static final BigDecimal LOT_NOISE = new BigDecimal("1e-6");

    /** The same where the lot is not known: stricter, because any number is near some decimal one. */
    private static final BigDecimal DECIMAL_NOISE = new BigDecimal("1e-9");

    private static final int MOST_DECIMALS = 8;

    private BaseSize() {}

    /**
     * In base units.
     *
     * @param lot smallest step of sizes; null where not known
     */
    static BigDecimal of(BigDecimal quote, BigDecimal price, @Nullable BigDecimal lot) {
        BigDecimal quotient = quote.divide(price, MathContext.DECIMAL64);
        if (lot != null) {
            BigDecimal lots = quotient.divide(lot, MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_EVEN);
            BigDecimal whole = lots.multiply(lot);
            return isNear(quotient, whole, LOT_NOISE) ? whole : quotient;
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal rounded = quotient.setScale(decimals, RoundingMode.HALF_EVEN);
            if (isNear(quotient, rounded, DECIMAL_NOISE)) {
                return rounded;
            }
        }
        return quotient;
    }

    private static boolean isNear(BigDecimal exact, BigDecimal rounded, BigDecimal noise) {
        return rounded.signum() > 0 && exact.subtract(rounded).abs().compareTo(exact.multiply(noise)) <= 0;
    }
}
