package io.faultline.desk;

import io.faultline.market.Liquidation;

/** Reported liquidations, each once: a venue repeats some after a reconnect, and two sockets overlap in a roll-over. */
final class LiquidationTape {
    private static final int KEPT = 5_000;

    /** How far back an equal report counts as the same one. */
    private static final int COMPARED = 64;

    private final TimeLog<Liquidation> log = new TimeLog<>(KEPT, 0);

    /** Returns whether it is new. */
    boolean add(Liquidation liquidation) {
        for (long i = log.end() - 1; i >= Math.max(log.begin(), log.end() - COMPARED); i--) {
            Liquidation earlier = log.get(i);
            if (earlier != null && same(earlier, liquidation)) {
                return false;
            }
        }
        log.append(liquidation);
        return true;
    }

    /** Instrument, side, time, size and price; but in one message of a venue that reports all, two alike are two. */
    private static boolean same(Liquidation a, Liquidation b) {
        boolean oneMessage = a.receivedNanos() == b.receivedNanos();
        return !(oneMessage && a.completeness() == Liquidation.Completeness.COMPLETE)
                && a.exchangeMillis() == b.exchangeMillis()
                && a.side() == b.side()
                && a.instrument().equals(b.instrument())
                && a.price().compareTo(b.price()) == 0
                && a.size().compareTo(b.size()) == 0;
    }

    TimeLog<Liquidation> log() {
        return log;
    }

    void digest(StateDigest digest) {
        digest.add(log.end());
        digest.addOrAbsent(log.newest());
    }
}
