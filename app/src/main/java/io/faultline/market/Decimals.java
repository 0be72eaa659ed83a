package io.faultline.market;

/**
 * Exact decimals as {@code long}s: value = {@code scaled / 10^scale}. Digits are read from the text, never through a
 * floating-point number, so a price compares equal only to itself.
 */
public final class Decimals {
    /** Most decimals that a scale may have: 10^18 still fits a {@code long}. */
    public static final int MAX_SCALE = 18;

    private static final long[] POWERS = new long[MAX_SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MAX_SCALE; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimals() {}

    /** 10^exponent, for exponents of 0 to {@link #MAX_SCALE}. */
    public static long power(int exponent) {
        return POWERS[exponent];
    }

    /**
     * The same value with more decimals.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public static long rescale(long scaled, int fromScale, int toScale) {
        return Math.multiplyExact(scaled, POWERS[toScale - fromScale]);
    }

    /** Whether the same value with more decimals fits a {@code long}. */
    public static boolean fits(long scaled, int fromScale, int toScale) {
        long factor = POWERS[toScale - fromScale];
        return scaled >= Long.MIN_VALUE / factor && scaled <= Long.MAX_VALUE / factor;
    }

    /** The plain number with no trailing zeros after the point and no exponent: {@code 61659.7}, {@code 120}. */
    public static String canonical(long scaled, int scale) {
        StringBuilder out = new StringBuilder(24);
        appendCanonical(out, scaled, scale);
        return out.toString();
    }

    /** Appends {@link #canonical}. */
    public static void appendCanonical(StringBuilder out, long scaled, int scale) {
        int decimals = scale;
        long value = scaled;
        while (decimals > 0 && value % 10 == 0) {
            value /= 10;
            decimals--;
        }
        if (decimals == 0) {
            out.append(value);
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        long whole = Math.abs(value / POWERS[decimals]);
        long fraction = Math.abs(value % POWERS[decimals]);
        out.append(whole).append('.');
        for (int i = decimals - 1; i > 0 && fraction < POWERS[i]; i--) {
            out.append('0');
        }
        out.append(fraction);
    }

    /** The value as a floating-point number, for drawing and for models only. */
    public static double toDouble(long scaled, int scale) {
        return scaled / (double) POWERS[scale];
    }
}
