package io.faultline.liquidation;

/** Notices that a liquidation feed has gone silent: ten reports were expected and none came while trades flowed. */
final class ReportWatch {
    private static final double MOST_EXPECTED = 10;

    private double expected;

    void reported() {
        expected = 0;
    }

    /** @param reports how many were expected of a step in which trades flowed */
    void expect(double reports) {
        expected += reports;
    }

    boolean isSilent() {
        return expected >= MOST_EXPECTED;
    }
}
