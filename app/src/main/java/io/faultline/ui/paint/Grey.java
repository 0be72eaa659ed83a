package io.faultline.ui.paint;

import javafx.scene.Node;
import javafx.scene.effect.ColorAdjust;

/** Takes the colour from what is shown and is not the market's of now. JavaFX thread only. */
public final class Grey {
    private Grey() {}

    /** Shows a node without colour, or in its own. */
    public static void on(Node node, boolean grey) {
        if (grey != (node.getEffect() != null)) {
            node.setEffect(grey ? new ColorAdjust(0, -1, 0, 0) : null);
        }
    }
}
