package io.faultline.practice;

/** What is wrong with a frame. */
public enum BadFrameKind {
    /** No JSON at all. */
    MALFORMED,
    /** It breaks off. */
    TRUNCATED,
    /** Some 17 MB. */
    OVERSIZED,
    /** Brackets in brackets, 100,000 deep. */
    NESTED;

    private static final int HUGE = 17 << 20;
    private static final int DEEP = 100_000;

    String text() {
        return switch (this) {
            case MALFORMED -> "\u0001 garbage \uffff";
            case TRUNCATED ->
                "{\"topic\":\"orderbook.1000.BTCUSDT\",\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"dep";
            case OVERSIZED -> "x".repeat(HUGE);
            case NESTED -> "{\"data\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
        };
    }
}
