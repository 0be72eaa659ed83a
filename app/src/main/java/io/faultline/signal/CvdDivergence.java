package io.faultline.signal;

/** Whether takers and price go different ways over an hour. */
public enum CvdDivergence {
    /** Takers buy into a falling price. */
    BULLISH,
    /** Takers sell into a rising price. */
    BEARISH,
    NONE;

    /**
     * @param cvd1hUsd taker buys less taker sells
     * @param return1h of price, a fraction
     */
    public static CvdDivergence of(double cvd1hUsd, double return1h) {
        if (cvd1hUsd > 0 && return1h < 0) {
            return BULLISH;
        }
        return cvd1hUsd < 0 && return1h > 0 ? BEARISH : NONE;
    }
}
