package io.faultline.signal;

/** What funding says about a cluster, under one {@link FundingRule}. */
public enum FundingFlag {
    AGREE,
    CONTRADICT,
    /** Nobody pays much. */
    NEUTRAL,
    /** No rate, or an old one. */
    UNKNOWN
}
