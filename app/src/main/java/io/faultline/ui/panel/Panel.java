package io.faultline.ui.panel;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A part of the workspace that draws the market. JavaFX thread only. */
public interface Panel {
    /** Short title, such as {@code Ladder}. */
    String title();

    /** What goes into the workspace. */
    Region node();

    /** What stands at the right of the tabs while this panel's is chosen in the dock; null for nothing. Always the same one. */
    default @Nullable Region strip() {
        return null;
    }

    /**
     * Takes over what the user has chosen in a panel of the same kind, which this one replaces: another theme is no reason
     * to lose it. Called once, before the first pulse.
     */
    default void continueFrom(Panel before) {}

    /** Draws what has changed since the last pulse; called once a pulse, and must cost next to nothing when nothing has. */
    void pulse(Pulse pulse);

    /** What the panel shows, as lines of text to copy. */
    String asText();
}
