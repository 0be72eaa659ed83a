package io.faultline.ui.paint;

import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** The top 32 px of a panel: title at the left, then what the panel puts in, at the right a note such as its age. */
public final class PanelHead {
    public static final double HEIGHT = 32;

    private final HBox box = new HBox(8);
    private final Region gap = new Region();
    private final Palette palette;

    public PanelHead(Palette palette, String title) {
        this.palette = palette;
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPadding(new Insets(0, 10, 0, 10));
        box.setMinHeight(HEIGHT);
        box.setPrefHeight(HEIGHT);
        box.setMaxHeight(HEIGHT);
        box.setMinWidth(0);
        box.setBackground(Background.fill(palette.raised()));
        box.setBorder(new Border(new BorderStroke(
                palette.line(), BorderStrokeStyle.SOLID, CornerRadii.EMPTY, new BorderWidths(0, 0, 1, 0))));
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = label(Type.semiBold(Type.TITLE), palette.text());
        name.setText(title);
        box.getChildren().addAll(name, gap);
    }

    public Region node() {
        return box;
    }

    /** Adds to the left part. */
    public void left(Node... nodes) {
        box.getChildren().addAll(box.getChildren().indexOf(gap), java.util.List.of(nodes));
    }

    /** Adds to the right part. */
    public void right(Node... nodes) {
        box.getChildren().addAll(nodes);
    }

    /** Words that never shrink to an ellipsis. */
    public Label label(Font font, Color colour) {
        Label label = new Label();
        label.setFont(font);
        label.setTextFill(colour);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Words in a rounded frame, which give way when the head is narrow. */
    public Label chip() {
        Label chip = new Label();
        chip.setFont(Type.medium(Type.LABEL));
        chip.setPadding(new Insets(1, 6, 1, 6));
        chip.setMinWidth(0);
        chip.setTextOverrun(OverrunStyle.ELLIPSIS);
        chip(chip, "", palette.mid());
        return chip;
    }

    /** Changes a chip's words and colour; costs nothing when neither changed. */
    public void chip(Label chip, String text, Color colour) {
        if (!text.equals(chip.getText())) {
            chip.setText(text);
        }
        if (!colour.equals(chip.getUserData())) {
            chip.setUserData(colour);
            chip.setTextFill(colour);
            chip.setBorder(new Border(
                    new BorderStroke(colour, BorderStrokeStyle.SOLID, new CornerRadii(3), BorderWidths.DEFAULT)));
        }
    }
}
