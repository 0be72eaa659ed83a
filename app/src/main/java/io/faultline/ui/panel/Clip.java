package io.faultline.ui.panel;

import io.faultline.desk.Session;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * The system's clipboard for the texts of panels: the first line of each says where its figures are from, unless that is
 * the live market. JavaFX thread only.
 */
public final class Clip {
    private String label = "";

    /** From now on texts are of that session. */
    public void of(Session session) {
        label = Source.label(session, "\n");
    }

    /** The text as it leaves the window. */
    public String labelled(String text) {
        return label + text;
    }

    /** Whether the clipboard has taken it. */
    public boolean put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(labelled(text));
        return Clipboard.getSystemClipboard().setContent(content);
    }
}
