package io.faultline.ui;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Root of the scene: one content, laid out in the window's size divided by the interface scale. JavaFX thread only. */
final class ScaledRoot extends Region {
    private final Scale transform = new Scale(1, 1, 0, 0);

    void show(Parent content) {
        getChildren().forEach(old -> old.getTransforms().remove(transform));
        content.getTransforms().add(transform);
        getChildren().setAll(content);
    }

    void scale(double factor) {
        transform.setX(factor);
        transform.setY(factor);
        requestLayout();
    }

    double scale() {
        return transform.getX();
    }

    @Override
    protected void layoutChildren() {
        getChildren()
                .forEach(content ->
                        content.resizeRelocate(0, 0, getWidth() / transform.getX(), getHeight() / transform.getY()));
    }
}
