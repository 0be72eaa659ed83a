package io.faultline.ledger;

/** A figure with its interval: 90 % by {@link BlockBootstrap}, unless said otherwise. */
public record Estimate(double value, Interval interval) {}
