package io.faultline.cli;

import io.faultline.feed.Gate;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.venue.KeptGridFrames;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The way by which the past of the liquidation grids, which no venue sends, comes to the desks: through the gate that all
 * frames of the market pass, and into the journal. So a replay gets it at the same place, and knows the same past.
 * Thread-safe.
 */
final class GridDoor {
    private final Gate gate;
    private final LongSupplier clock;
    private final Consumer<Frame> journal;
    private final Consumer<MarketEvent> desks;
    private boolean closed; // in the gate only

    GridDoor(Gate gate, LongSupplier clock, Consumer<Frame> journal, Consumer<MarketEvent> desks) {
        this.gate = gate;
        this.clock = clock;
        this.journal = journal;
        this.desks = desks;
    }

    /** A desk goes on from that state. */
    void pass(InstrumentId instrument, boolean restored, String state) {
        gate.pass(clock.getAsLong(), nanos -> {
            if (closed) {
                return;
            }
            journal.accept(KeptGridFrames.of(nanos, instrument, restored, state));
            desks.accept(new KeptGrid(instrument, nanos, restored, state));
        });
    }

    /** Lets nothing pass any more: what the journal gets after the desks have ended they would not know. */
    void close() {
        gate.pass(clock.getAsLong(), nanos -> closed = true);
    }

    /** A journal that was begun in the middle goes on from these states; the desks have them. */
    void write(List<KeptGrid> states) {
        for (KeptGrid kept : states) {
            gate.pass(
                    clock.getAsLong(),
                    nanos -> journal.accept(KeptGridFrames.of(nanos, kept.instrument(), false, kept.state())));
        }
    }
}
