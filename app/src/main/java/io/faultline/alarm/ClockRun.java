package io.faultline.alarm;

/**
 * Samples in a row that agree among themselves about the time, but not with what is usual. Live ones advance as fast on
 * the venue's clock as on ours; a replay or a backlog runs ahead.
 */
record ClockRun(long firstExchange, long firstReceived, long lastExchange, long lastReceived) {
    static ClockRun of(MarkSample sample) {
        return new ClockRun(
                sample.exchangeMillis(), sample.receivedMillis(), sample.exchangeMillis(), sample.receivedMillis());
    }

    /** With another sample, or from that on if it does not go on as life does. */
    ClockRun with(MarkSample sample, GateRule rule) {
        long pace = (sample.exchangeMillis() - firstExchange) - (sample.receivedMillis() - firstReceived);
        boolean lives = sample.exchangeMillis() >= lastExchange
                && sample.receivedMillis() >= lastReceived
                && sample.receivedMillis() - lastReceived <= rule.gap()
                && Math.abs(pace) <= rule.skew() / 2;
        return lives
                ? new ClockRun(firstExchange, firstReceived, sample.exchangeMillis(), sample.receivedMillis())
                : of(sample);
    }

    boolean proven(GateRule rule) {
        return lastReceived - firstReceived >= rule.proof();
    }
}
