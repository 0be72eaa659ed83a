package io.faultline.ui.paint;

import javafx.event.Event;
import javafx.event.EventType;

/**
 * A panel has something to be saved as a file: fired at the panel's node, it comes to the workspace, which saves it in the
 * folder of exports under a name of its own, and says so.
 */
public final class ExportRequest extends Event {
    public static final EventType<ExportRequest> ASKED = new EventType<>(Event.ANY, "EXPORT_ASKED");

    private static final long serialVersionUID = 1;

    private final String what;
    private final String extension;
    private final String text;

    /**
     * @param what a word for the file's name, such as {@code ledger}
     * @param extension without the dot
     */
    public ExportRequest(String what, String extension, String text) {
        super(ASKED);
        this.what = what;
        this.extension = extension;
        this.text = text;
    }

    public String what() {
        return what;
    }

    public String extension() {
        return extension;
    }

    public String text() {
        return text;
    }
}
