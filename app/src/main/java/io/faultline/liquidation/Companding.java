package io.faultline.liquidation;

/**
 * USD of a painted bin as one byte, {@code round(255 ln(1 + v/1000) / ln(1 + 10^7))}: steps of about 6.5 % from 1 k to
 * 10 bn. The scale is absolute, so that columns painted at different times compare.
 */
public final class Companding {
    private static final double UNIT_USD = 1000;
    private static final double TOP = Math.log1p(1e7);

    /** Bits of the mantissa that the table looks at: a 256th of a value, a tenth of a step. */
    private static final int MANTISSA_BITS = 8;

    private static final int SHIFT = 23 - MANTISSA_BITS;
    private static final int ONE = Float.floatToRawIntBits(1) >>> SHIFT;
    private static final byte[] TABLE = new byte[24 << MANTISSA_BITS];
    private static final double[] USD = new double[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            double middle =
                    (Float.intBitsToFloat((ONE + i) << SHIFT) + Float.intBitsToFloat((ONE + i + 1) << SHIFT)) / 2;
            TABLE[i] = (byte) Math.min(255, Math.round(255 * Math.log(i == 0 ? 1 : middle) / TOP));
        }
        for (int q = 0; q < USD.length; q++) {
            USD[q] = UNIT_USD * Math.expm1(q * TOP / 255);
        }
    }

    private Companding() {}

    static byte of(double usd) {
        int i = (Float.floatToRawIntBits((float) (1 + usd / UNIT_USD)) >>> SHIFT) - ONE;
        return i >= TABLE.length ? (byte) 255 : TABLE[i];
    }

    /** The USD that a byte stands for. */
    public static double usd(byte painted) {
        return USD[painted & 0xff];
    }
}
