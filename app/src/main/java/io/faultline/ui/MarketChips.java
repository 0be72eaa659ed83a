package io.faultline.ui;

import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.Source;
import io.faultline.ui.panel.VenueControl;
import java.util.List;

/** What the chips of the top bar say: where the data comes from, and how it stands. */
final class MarketChips {
    private MarketChips() {}

    /** Where the data comes from; live, that is how it stands. */
    static ChipText mode(Session session, ChipText state) {
        return switch (session.mode()) {
            case LIVE -> state;
            case PRACTICE -> new ChipText(Shape.DIAMOND, Tone.PRACTICE, Source.of(session));
            case REPLAY ->
                new ChipText(
                        Shape.PLAY,
                        session.practice() ? Tone.PRACTICE : Tone.REPLAY,
                        Source.of(session)
                                + session.replay().map(r -> " " + words(r)).orElse(""));
        };
    }

    private static String words(ReplayControl replay) {
        return replay.ended() ? "ended" : replay.paused() ? "paused" : Source.times(replay.speed());
    }

    /** How the market of all venues stands together: the one venue's state, or how many are live. */
    static ChipText state(List<VenueControl.Row> venues) {
        List<MarketState> states = VenueControl.counted(venues).stream()
                .map(VenueControl.Row::state)
                .toList();
        if (states.isEmpty()) {
            return new ChipText(Shape.DASH, Tone.LOW, "OFF");
        }
        long live = states.stream().filter(MarketState::live).count();
        if (live == 0 || states.size() == 1) {
            MarketState first = states.get(0);
            return new ChipText(
                    Shape.of(first.kind().shape()), Tone.of(first.kind().shape()), first.word());
        }
        return live == states.size()
                ? new ChipText(Shape.DISC, Tone.OK, "LIVE")
                : new ChipText(Shape.HALF_DISC, Tone.WARN, "LIVE " + live + "/" + states.size());
    }

    /** The picture is frozen. */
    static ChipText held(long forNanos) {
        return new ChipText(Shape.PAUSE, Tone.WARN, "HELD " + forNanos / 1_000_000_000L + " s");
    }

    /** Whether that is the state of a market with nothing wrong. */
    static boolean wellAndLive(ChipText state) {
        return state.tone() == Tone.OK;
    }
}
