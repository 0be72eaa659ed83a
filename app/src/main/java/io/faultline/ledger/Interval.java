package io.faultline.ledger;

/** The two ends of an interval; NaN where there is nothing to say. */
public record Interval(double low, double high) {}
