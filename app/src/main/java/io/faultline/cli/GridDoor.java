package io.faultline.cli;

import io.faultline.desk.DeskThread;
import io.faultline.feed.Gate;
import io.faultline.market.ClusterMark;
import io.faultline.market.ClusterNames;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.market.ModelChange;
import io.faultline.market.RiskTiers;
import io.faultline.market.RulesChange;
import io.faultline.market.Venue;
import io.faultline.market.VenueSwitch;
import io.faultline.venue.OwnFrames;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * The way by which the past of the liquidation grids, their clusters' names, and what the user decides about their model,
 * come to the desks, since no venue sends them: through the gate that all frames of the market pass, and into the journal. So a replay gets them at the
 * same place, and knows the same. Thread-safe.
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
    void grid(InstrumentId instrument, boolean restored, String state) {
        pass(nanos -> new KeptGrid(instrument, nanos, restored, state), OwnFrames::of);
    }

    /** A desk goes on under other parameters. */
    void model(InstrumentId instrument, String state) {
        pass(nanos -> new ModelChange(instrument, nanos, state), OwnFrames::of);
    }

    /** A desk goes on by other rules. */
    void rules(InstrumentId instrument, String state) {
        pass(nanos -> new RulesChange(instrument, nanos, state), OwnFrames::of);
    }

    /** Clusters go on with the names that they had. */
    void names(InstrumentId instrument, String state) {
        pass(nanos -> new ClusterNames(instrument, nanos, state), OwnFrames::of);
    }

    /** A cluster's migration is measured from where it is now on. */
    void mark(InstrumentId instrument, int clusterId) {
        pass(nanos -> new ClusterMark(instrument, nanos, clusterId), OwnFrames::of);
    }

    /** A desk prices by a table that the user has imported. */
    void table(RiskTiers table) {
        pass(table::at, OwnFrames::of);
    }

    /** A venue is switched off, or on again. */
    void turn(Venue venue, boolean on) {
        pass(nanos -> new VenueSwitch(venue, nanos, on), OwnFrames::of);
    }

    private <E extends MarketEvent> void pass(LongFunction<E> at, Function<E, Frame> frame) {
        gate.pass(clock.getAsLong(), nanos -> {
            if (!closed) {
                E event = at.apply(nanos);
                journal.accept(frame.apply(event));
                desks.accept(event);
            }
        });
    }

    /** Lets nothing pass any more: what the journal gets after the desks have ended they would not know. */
    void close() {
        gate.pass(clock.getAsLong(), nanos -> closed = true);
    }

    /** A journal that was begun in the middle goes on from these states; the desks have them. */
    void write(List<KeptGrid> states) {
        for (KeptGrid kept : states) {
            write(nanos -> OwnFrames.of(new KeptGrid(kept.instrument(), nanos, false, kept.state())));
        }
    }

    /**
     * The same of what the user has decided about the model.
     *
     * @param instrument any contract of the symbol
     */
    void write(InstrumentId instrument, DeskThread.Decided decided) {
        decided.imported().forEach(table -> write(nanos -> OwnFrames.of(table.at(nanos))));
        decided.off().forEach(venue -> write(nanos -> OwnFrames.of(new VenueSwitch(venue, nanos, false))));
        decided.change().ifPresent(state -> write(nanos -> OwnFrames.of(new ModelChange(instrument, nanos, state))));
        decided.rules().ifPresent(state -> write(nanos -> OwnFrames.of(new RulesChange(instrument, nanos, state))));
    }

    /** The same of the clusters' names. */
    void write(InstrumentId instrument, String names) {
        write(nanos -> OwnFrames.of(new ClusterNames(instrument, nanos, names)));
    }

    private void write(LongFunction<Frame> at) {
        gate.pass(clock.getAsLong(), nanos -> journal.accept(at.apply(nanos)));
    }
}
