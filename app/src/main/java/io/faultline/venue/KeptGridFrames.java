package io.faultline.venue;

import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.Venue;
import java.util.Optional;

/**
 * The frames in a journal that no venue sent: the state of a liquidation grid that came from the past and not from the
 * frames before. They stand as answers to requests of the venue whose grid it is.
 */
public final class KeptGridFrames {
    private static final String LEARNED = "faultline:grid/learned/";
    private static final String RESTORED = "faultline:grid/restored/";
    private static final String CONNECTION = "faultline";

    private KeptGridFrames() {}

    /** Whether this program wrote it, and no venue. */
    public static boolean is(Frame frame) {
        return frame.kind() == Frame.Kind.REST && frame.connection().equals(CONNECTION);
    }

    /** @param restored as in {@link KeptGrid} */
    public static Frame of(long nanos, InstrumentId instrument, boolean restored, String state) {
        return new Frame(
                nanos,
                instrument.venue().id(),
                Frame.Kind.REST,
                CONNECTION,
                (restored ? RESTORED : LEARNED) + instrument.symbol(),
                state);
    }

    /** Empty if it is of a kind that this version does not know. */
    static Optional<KeptGrid> read(Venue venue, Frame frame) {
        boolean restored = frame.topic().startsWith(RESTORED);
        if (!restored && !frame.topic().startsWith(LEARNED)) {
            return Optional.empty();
        }
        String symbol = frame.topic().substring((restored ? RESTORED : LEARNED).length());
        return Optional.of(
                new KeptGrid(new InstrumentId(venue, symbol), frame.receivedNanos(), restored, frame.text()));
    }
}
