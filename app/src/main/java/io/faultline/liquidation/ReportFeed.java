package io.faultline.liquidation;

/** How much of its liquidations a venue reports. */
public enum ReportFeed {
    COMPLETE,
    THROTTLED,
    NONE
}
