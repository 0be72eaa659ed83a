package io.faultline.ui;

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

    String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
