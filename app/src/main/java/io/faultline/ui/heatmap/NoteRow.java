package io.faultline.ui.heatmap;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Three labels side by side in the room that is left: first trouble gets what it wants, up to most of it, then what is shown, then
 * what it rests on. What does not fit ends in an ellipsis.
 */
final class NoteRow extends Region {
    private static final double GAP = 12;
    private static final double MOST_TROUBLE = 0.6;
    private static final double LEAST = 24;

    private final Label what;
    private final Label trouble;
    private final Label source;

    NoteRow(Label what, Label trouble, Label source) {
        this.what = what;
        this.trouble = trouble;
        this.source = source;
        getChildren().addAll(what, trouble, source);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return wanted(what) + wanted(trouble) + wanted(source);
    }

    private static double wanted(Label label) {
        return label.getText().isEmpty() ? 0 : Math.ceil(label.prefWidth(-1)) + GAP;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double ofTrouble = Math.min(wanted(trouble), width * MOST_TROUBLE);
        double ofWhat = Math.min(wanted(what), width - ofTrouble);
        double ofSource = Math.min(wanted(source), width - ofTrouble - ofWhat);
        place(what, 0, ofWhat);
        place(trouble, ofWhat, ofTrouble);
        place(source, ofWhat + ofTrouble, ofSource);
    }

    private void place(Label label, double x, double width) {
        double room = width - GAP;
        label.setVisible(room >= LEAST);
        layoutInArea(label, x, 0, Math.max(0, room), getHeight(), 0, javafx.geometry.HPos.LEFT, VPos.CENTER);
    }
}
