package io.faultline.ui;

import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** A {@link Shape} in a {@link Tone}, both changeable. JavaFX thread only. */
final class ShapeMark extends SVGPath {
    private Shape shape;
    private Tone tone;

    ShapeMark(Shape shape, Tone tone) {
        this.shape = shape;
        this.tone = tone;
        setFillRule(FillRule.EVEN_ODD);
        setContent(shape.path);
        getStyleClass().setAll("shape", tone.styleClass());
    }

    void show(Shape newShape, Tone newTone) {
        if (newShape != shape) {
            shape = newShape;
            setContent(newShape.path);
        }
        if (newTone != tone) {
            tone = newTone;
            getStyleClass().setAll("shape", newTone.styleClass());
        }
    }

    Shape shape() {
        return shape;
    }
}
