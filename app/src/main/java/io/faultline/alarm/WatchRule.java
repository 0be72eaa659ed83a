package io.faultline.alarm;

/**
 * How a watch is timed, in milliseconds unless said otherwise.
 *
 * @param gate what is live and continuous
 * @param patience how long a firing waits to be kept before it is shown all the same
 * @param unwatched time without marks after which bars are asked for
 * @param longUnwatched the same, when it is worth waiting longer for them
 * @param shortHold how long live marks wait for the bars; below the age at which a sound comes too late
 * @param longHold the same after a long time
 * @param mostLog lines that the log has room for
 */
public record WatchRule(
        GateRule gate, long patience, long unwatched, long longUnwatched, long shortHold, long longHold, int mostLog) {
    /** 2 s, 1 min, 10 min, 4 s, 15 s, 1000 lines. */
    public static final WatchRule DEFAULT =
            new WatchRule(GateRule.DEFAULT, 2_000, 60_000, 600_000, 4_000, 15_000, 1_000);

    public WatchRule {
        if (patience <= 0 || unwatched <= gate.gap() || longUnwatched < unwatched || shortHold <= 0) {
            throw new IllegalArgumentException(
                    "a watch of patience " + patience + ", unwatched after " + unwatched + " or " + longUnwatched);
        }
        if (longHold < shortHold || mostLog < 1) {
            throw new IllegalArgumentException("a watch that holds " + longHold + " ms, and logs " + mostLog);
        }
    }

    long hold(long missed) {
        return missed >= longUnwatched ? longHold : shortHold;
    }
}
