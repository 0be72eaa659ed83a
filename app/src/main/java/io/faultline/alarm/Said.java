package io.faultline.alarm;

/**
 * What one alarm says of one sample, before it is known who said it and when.
 *
 * @param cluster name of the cluster it speaks of, empty for none
 * @param usd mass of the cluster or sum of liquidations, 0 where there is none
 * @param spanMillis time over which {@code usd} was summed, 0 for a moment
 */
record Said(Signal signal, StageEvent.Cause cause, String cluster, double usd, long spanMillis) {
    static Said of(Signal signal, String cluster, double usd) {
        return new Said(signal, StageEvent.Cause.PRICE, cluster, usd, 0);
    }
}
