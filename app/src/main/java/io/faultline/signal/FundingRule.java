package io.faultline.signal;

/** The two published readings of crowded funding. They contradict each other, so the one in force is always named. */
public enum FundingRule {
    /** Whoever is paid can hold: the crowded side's cluster is less likely to be hit. */
    CARRY,
    /** Whoever pays is many, and must get out: the crowded side's cluster is more likely to be hit. */
    SQUEEZE
}
