package io.faultline.ui.paint;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants to know what a panel shows; it bubbles up to whoever knows which panel that is. */
public final class HelpRequest extends Event {
    public static final EventType<HelpRequest> ASKED = new EventType<>(Event.ANY, "HELP_REQUEST");

    @Serial
    private static final long serialVersionUID = 1;

    public HelpRequest() {
        super(ASKED);
    }
}
