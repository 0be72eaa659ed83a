package io.faultline.ui.paint;

import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A row of small buttons in one frame, of which one is lit: the choices in the head of a panel. */
public final class Segments {
    private static final CornerRadii ROUND = new CornerRadii(3);

    private final Palette palette;
    private final HBox box = new HBox();
    private final Button[] buttons;
    private int lit = -1;

    /** {@code names} are read out by screen readers, and are the first texts. */
    public Segments(Palette palette, String... names) {
        this.palette = palette;
        buttons = new Button[names.length];
        for (int i = 0; i < names.length; i++) {
            Button button = new Button(names[i]);
            button.setAccessibleText(names[i]);
            button.setFont(Type.medium(Type.LABEL));
            button.setPadding(new Insets(0, 7, 0, 7));
            button.setMinSize(Region.USE_PREF_SIZE, 22);
            button.setPrefHeight(22);
            button.setMaxHeight(22);
            button.focusedProperty().subscribe(() -> dress(button));
            button.hoverProperty().subscribe(() -> dress(button));
            buttons[i] = button;
            dress(button);
        }
        box.setAlignment(Pos.CENTER);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setBorder(new Border(
                new BorderStroke(palette.lineStrong(), BorderStrokeStyle.SOLID, ROUND, BorderWidths.DEFAULT)));
        box.getChildren().addAll(buttons);
    }

    public Region node() {
        return box;
    }

    /** What a press on that segment does. */
    public void onPress(int number, Runnable action) {
        buttons[number].setOnAction(event -> action.run());
    }

    public void light(int number) {
        if (number != lit) {
            lit = number;
            for (Button button : buttons) {
                dress(button);
            }
        }
    }

    /** Changes a segment's words; an empty text disables it. */
    public void text(int number, String text) {
        if (!buttons[number].getText().equals(text)) {
            buttons[number].setText(text);
            buttons[number].setDisable(text.isEmpty());
        }
    }

    private void dress(Button button) {
        boolean on = lit >= 0 && buttons[lit] == button;
        Color ground = on ? palette.selected() : button.isHover() ? palette.raised() : palette.bg();
        Color under = on ? palette.focus() : ground;
        button.setTextFill(on || button.isHover() ? palette.text() : palette.mid());
        button.setBackground(new Background(
                new BackgroundFill(under, ROUND, Insets.EMPTY),
                new BackgroundFill(ground, new CornerRadii(3, 3, 0, 0, false), new Insets(0, 0, 2, 0))));
        button.setBorder(
                button.isFocused()
                        ? new Border(
                                new BorderStroke(palette.focus(), BorderStrokeStyle.SOLID, ROUND, new BorderWidths(2)))
                        : Border.EMPTY);
    }
}
