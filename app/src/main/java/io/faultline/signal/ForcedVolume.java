package io.faultline.signal;

/**
 * How much of a cluster would be seen as forced volume, by this machine's own observations: mean and 80 % band, USD.
 */
public record ForcedVolume(double meanUsd, double lowUsd, double highUsd) {}
