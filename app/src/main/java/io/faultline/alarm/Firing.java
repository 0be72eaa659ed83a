package io.faultline.alarm;

/**
 * An alarm spoke: a line of the log.
 *
 * @param exchangeMillis since 1970, by the venue's clock
 * @param receivedMillis since 1970, by ours
 * @param price mark at that moment, or that of the liquidation
 * @param cluster name of the cluster, empty for none
 * @param usd mass of the cluster or sum of liquidations, 0 where there is none
 * @param spanMillis time over which {@code usd} was really summed, whatever the alarm's window is
 * @param freshness only {@link Freshness#FRESH} may sound
 */
public record Firing(
        AlarmHead alarm,
        Signal signal,
        StageEvent.Cause cause,
        long exchangeMillis,
        long receivedMillis,
        double price,
        String cluster,
        double usd,
        long spanMillis,
        Freshness freshness) {}
