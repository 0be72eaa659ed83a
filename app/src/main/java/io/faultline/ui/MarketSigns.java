package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.Positioning;
import io.faultline.desk.Session;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import java.util.List;

/** What tells in words how the market stands: chips, status strip, notice. It is read rather than watched. */
final class MarketSigns {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Session session;
    private final Shared axes;
    private final TopBar topBar;
    private final StatusStrip strip;
    private final NoticeCard notice;
    private ChipText state = new ChipText(Shape.RING, Tone.LOW, "CONNECTING");
    private boolean priced;
    private long liquidatedNanos;

    MarketSigns(Session session, Shared axes, TopBar topBar, StatusStrip strip, NoticeCard notice) {
        this.session = session;
        this.axes = axes;
        this.topBar = topBar;
        this.strip = strip;
        this.notice = notice;
    }

    /** How the market of all venues stands. */
    ChipText state() {
        return state;
    }

    /** Whether any book is in step, so that the price may be read as the market's. */
    boolean priced() {
        return priced;
    }

    /** What its tab says; looked up anew, since a hidden workspace draws nothing. */
    TabStrip.Text tab() {
        DeskView newest = session.view();
        ChipText stands = MarketChips.state(axes.venues().rows(newest, session.nowNanos()));
        boolean calls = !session.alarms().view(newest.symbol()).calling().isEmpty();
        return new TabStrip.Text(newest.symbol(), MarketChips.mode(session, stands), calls);
    }

    /**
     * Brings everything up to date; a few times a second.
     *
     * @param heldNanos how long the picture has been frozen; −1 while it is not
     * @param clock any steady clock
     */
    void show(DeskView newest, long newestNanos, long heldNanos, FrameMeter.Reading frames, long clock) {
        List<VenueControl.Row> venues = axes.venues().rows(newest, newestNanos);
        state = MarketChips.state(venues);
        topBar.reconsider();
        topBar.interestChange(Positioning.of(axes.venues().asked(newest), newestNanos, DAY_NANOS));
        if (Math.abs(newestNanos - liquidatedNanos) >= SECOND_NANOS) {
            liquidatedNanos = newestNanos;
            topBar.liquidated(LiquidatedDay.of(newest, axes.venues().asked(newest), newestNanos), newestNanos);
        }
        priced = venues.stream().anyMatch(VenueControl.Row::inStep);
        ChipText second = heldNanos >= 0
                ? MarketChips.held(heldNanos)
                : session.mode() == Session.Mode.LIVE || state.tone() == Tone.OK ? null : state;
        topBar.show(MarketChips.mode(session, state), second);
        boolean live = session.mode() == Session.Mode.LIVE;
        strip.show(venues, newestNanos, session.journal(), frames, live, clock);
        strip.past(session.past());
        notice.show(
                axes.venues().allSwitchedOff()
                        ? MarketNotice.ALL_OFF
                        : MarketNotice.of(newest, session.mode(), newestNanos));
    }
}
