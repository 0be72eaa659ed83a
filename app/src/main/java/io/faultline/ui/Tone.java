package io.faultline.ui;

import io.faultline.ui.paint.StateShape;
import java.util.Locale;

/** What a colour says; the style sheet has the colours. */
enum Tone {
    OK,
    WARN,
    BAD,
    LOW,
    REPLAY,
    PRACTICE,
    BID,
    ASK;

    /** The colour of a venue's state. */
    static Tone of(StateShape state) {
        return switch (state) {
            case LIVE -> OK;
            case RESYNCING, STALE -> WARN;
            case SILENT, OFF -> LOW;
            case LOST -> BAD;
        };
    }

    String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
