package io.faultline.liquidation;

/**
 * Keeps one wrong tick from sweeping a venue's grid: a mark more than a tenth away from the last is held until another
 * venue agrees or three more marks do, model 7.
 */
final class MarkGuard {
    private static final double MOST_JUMP = .10;
    private static final int WITNESSES = 3;

    private double last = Double.NaN;
    private double suspect = Double.NaN;
    private int witnesses;

    /**
     * Whether to believe a mark.
     *
     * @param others the other venues' median mark; NaN if there is none
     */
    boolean accepts(double price, double others) {
        if (Double.isNaN(last) || isNear(price, last) || isNear(price, others)) {
            take(price);
            return true;
        }
        if (isNear(price, suspect)) {
            witnesses++;
        } else {
            suspect = price;
            witnesses = 0;
        }
        if (witnesses >= WITNESSES) {
            take(price);
            return true;
        }
        return false;
    }

    boolean isHolding() {
        return !Double.isNaN(suspect);
    }

    private void take(double price) {
        last = price;
        suspect = Double.NaN;
        witnesses = 0;
    }

    private static boolean isNear(double price, double reference) {
        return Math.abs(price - reference) <= MOST_JUMP * reference;
    }
}
