package io.faultline.ui.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** Canvases one over the other that always fill their region in whole pixels; all but the lowest let the mouse pass. */
public final class CanvasPane extends Region {
    private final Canvas[] layers;
    private long version;

    /** A pane of that many layers, 0 the lowest. */
    public CanvasPane(int count) {
        layers = new Canvas[count];
        for (int i = 0; i < count; i++) {
            layers[i] = new Canvas();
            layers[i].setMouseTransparent(true);
            layers[i].setManaged(false);
            getChildren().add(layers[i]);
        }
        setMinSize(0, 0);
        setPickOnBounds(true);
    }

    public Canvas layer(int number) {
        return layers[number];
    }

    /** Grows whenever the size changed, which also clears the canvases. */
    public long version() {
        return version;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.rint(getWidth());
        double height = Math.rint(getHeight());
        if (layers[0].getWidth() == width && layers[0].getHeight() == height) {
            return;
        }
        for (Canvas layer : layers) {
            layer.setWidth(width);
            layer.setHeight(height);
        }
        version++;
    }
}
