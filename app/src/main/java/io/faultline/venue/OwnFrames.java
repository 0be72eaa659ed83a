package io.faultline.venue;

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
import java.util.Optional;

/**
 * The frames in a journal that no venue sent: what comes to the liquidation grids and their clusters from the
 * past or from the user, and not from the frames before. They stand as answers to requests of the venue whose contract they are about.
 */
public final class OwnFrames {
    private static final String LEARNED = "faultline:grid/learned/";
    private static final String RESTORED = "faultline:grid/restored/";
    private static final String MODEL = "faultline:model/";
    private static final String RULES = "faultline:rules/";
    private static final String TABLE = "faultline:margin-table/";
    private static final String NAMES = "faultline:clusters/";
    private static final String MARK = "faultline:cluster-mark/";
    private static final String SWITCH = "faultline:venue/";
    private static final String ON = SWITCH + "on";
    private static final String OFF = SWITCH + "off";
    private static final String CONNECTION = "faultline";

    private OwnFrames() {}

    /** Whether this program wrote it, and no venue. */
    public static boolean is(Frame frame) {
        return frame.kind() == Frame.Kind.REST && frame.connection().equals(CONNECTION);
    }

    public static Frame of(KeptGrid grid) {
        return of(grid, grid.restored() ? RESTORED : LEARNED, grid.state());
    }

    public static Frame of(ModelChange change) {
        return of(change, MODEL, change.state());
    }

    public static Frame of(RulesChange change) {
        return of(change, RULES, change.state());
    }

    public static Frame of(ClusterNames names) {
        return of(names, NAMES, names.state());
    }

    public static Frame of(ClusterMark mark) {
        return of(mark, MARK, Integer.toString(mark.clusterId()));
    }

    /** @param table one that the user has imported */
    public static Frame of(RiskTiers table) {
        return of(table, TABLE, RiskTierText.of(table));
    }

    public static Frame of(VenueSwitch turned) {
        return frame(turned, turned.on() ? ON : OFF, "");
    }

    private static Frame of(MarketEvent.OfInstrument event, String topic, String text) {
        return frame(event, topic + event.instrument().symbol(), text);
    }

    private static Frame frame(MarketEvent event, String topic, String text) {
        return new Frame(event.receivedNanos(), event.venue().id(), Frame.Kind.REST, CONNECTION, topic, text);
    }

    /** Empty if it is of a kind that this version does not know, or holds nothing that can be read. */
    static Optional<MarketEvent> read(Venue venue, Frame frame) {
        int slash = frame.topic().lastIndexOf('/') + 1;
        InstrumentId instrument = new InstrumentId(venue, frame.topic().substring(slash));
        long nanos = frame.receivedNanos();
        return switch (frame.topic().substring(0, slash)) {
            case LEARNED -> Optional.of(new KeptGrid(instrument, nanos, false, frame.text()));
            case RESTORED -> Optional.of(new KeptGrid(instrument, nanos, true, frame.text()));
            case MODEL -> Optional.of(new ModelChange(instrument, nanos, frame.text()));
            case RULES -> Optional.of(new RulesChange(instrument, nanos, frame.text()));
            case NAMES -> Optional.of(new ClusterNames(instrument, nanos, frame.text()));
            case MARK -> number(frame.text()).map(id -> new ClusterMark(instrument, nanos, id));
            case TABLE ->
                RiskTierTables.read(frame.text(), RiskTiers.Source.IMPORTED).tables().stream()
                        .filter(table -> table.instrument().equals(instrument))
                        .findFirst()
                        .map(table -> table.at(nanos));
            case SWITCH ->
                frame.topic().equals(ON) || frame.topic().equals(OFF)
                        ? Optional.of(
                                new VenueSwitch(venue, nanos, frame.topic().equals(ON)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a frame that was damaged, and marks nothing
        }
    }
}
