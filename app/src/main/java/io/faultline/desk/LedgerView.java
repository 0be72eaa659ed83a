package io.faultline.desk;

import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.Receipt;
import io.faultline.ledger.Scoreboard;
import io.faultline.signal.DistanceProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest figures of a symbol's ledger: what was said of clusters, and what came of it. Of one epoch only: figures of
 * different parameters are never pooled. Immutable.
 *
 * @param epoch whose figures these are
 * @param known false until what was kept has been read
 * @param sinceMillis of the oldest entry, since 1970; 0 if there is none
 * @param open receipts whose half hour is not over, newest first
 * @param receipts those that are whole, newest first
 * @param waiting predictions that are not due yet: they are after a day
 * @param dropped predictions that never will be, as marks were missing or the epoch ended
 * @param problem why nothing is being kept, in words; empty while all is well
 */
public record LedgerView(
        Epoch epoch,
        boolean known,
        long sinceMillis,
        Scoreboard board,
        FlowCalibration flows,
        List<Receipt> open,
        List<Receipt> receipts,
        int waiting,
        int dropped,
        String problem) {
    /** No ledger is kept. */
    public static final LedgerView NONE = new LedgerView(
            new Epoch("", 0, 0),
            false,
            0,
            Scoreboard.of(List.of(), DistanceProfile.NARROW),
            FlowCalibration.of(List.of()),
            List.of(),
            List.of(),
            0,
            0,
            "");

    /**
     * A model and its parameters.
     *
     * @param id names them, on every machine and in every run
     * @param number how many there were before it since the program started; 0 for the first
     * @param beganMillis when this run went over to it; 0 for the first
     */
    public record Epoch(String id, int number, long beganMillis) {}

    public LedgerView {
        open = List.copyOf(open);
        receipts = List.copyOf(receipts);
    }

    /** Every touched cluster, newest first. */
    public List<Receipt> touched() {
        List<Receipt> all = new ArrayList<>(open);
        all.addAll(receipts);
        return all;
    }
}
