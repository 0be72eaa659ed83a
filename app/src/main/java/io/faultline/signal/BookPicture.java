package io.faultline.signal;

/**
 * What rested about price at one moment, by bin, over all books in step.
 *
 * @param millis event time, since 1970
 */
public record BookPicture(long millis, double mid, SideBins bids, SideBins asks) {}
