package io.faultline.ui.paint;

import io.faultline.ui.theme.Palette;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The top 32 px of a panel: title at the left, then what the panel puts in, at the right a note such as its age, and a
 * question mark that asks for help.
 */
public final class PanelHead {
    public static final double HEIGHT = 32;

    private final HBox box = new HBox(8);
    private final Region gap = new Region();

    public PanelHead(Palette palette, String title) {
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPadding(new Insets(0, 10, 0, 10));
        box.setMinHeight(HEIGHT);
        box.setPrefHeight(HEIGHT);
        box.setMaxHeight(HEIGHT);
        box.setMinWidth(0);
        box.setBackground(Background.fill(palette.raised()));
        box.setBorder(new Border(new BorderStroke(
                palette.line(), BorderStrokeStyle.SOLID, CornerRadii.EMPTY, new BorderWidths(0, 0, 1, 0))));
        // Words that never shrink must not run into the panel beside.
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(box.widthProperty());
        clip.setHeight(HEIGHT);
        box.setClip(clip);
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = label("title");
        name.setText(title);
        box.getChildren().addAll(name, gap, helpButton());
    }

    /** Asks for the panel's help. */
    public static Button helpButton() {
        Button help = new Button("?");
        help.getStyleClass().setAll("help-button");
        help.setMinWidth(Region.USE_PREF_SIZE);
        help.setTooltip(new Tooltip("What this panel shows (Ctrl+F1)"));
        help.setAccessibleText("What this panel shows");
        help.setOnAction(event -> help.fireEvent(new HelpRequest()));
        return help;
    }

    /** Title and question mark of a card that lies over the panels. */
    public static Region titleRow(String title) {
        Label name = label("title");
        name.setText(title);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, helpButton());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public Region node() {
        return box;
    }

    /** Adds to the left part. */
    public void left(Node... nodes) {
        box.getChildren().addAll(box.getChildren().indexOf(gap), List.of(nodes));
    }

    /** Adds to the right part. */
    public void right(Node... nodes) {
        box.getChildren().addAll(box.getChildren().size() - 1, List.of(nodes));
    }

    /** Words in a class of the style sheet, which never shrink to an ellipsis. */
    public static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Words in a rounded frame, which give way when the head is narrow; a press does something. */
    public static Button chipButton() {
        Button chip = new Button();
        chip.getStyleClass().setAll("chip", "tone-low");
        chip.setMinWidth(0);
        return chip;
    }

    /** Changes a chip's words and state; costs nothing when neither changed. */
    public static void chip(Labeled chip, String text, StateShape state) {
        if (!text.equals(chip.getText())) {
            chip.setText(text);
        }
        String tone = state.tone();
        if (!chip.getStyleClass().get(chip.getStyleClass().size() - 1).equals(tone)) {
            chip.getStyleClass().set(chip.getStyleClass().size() - 1, tone);
        }
    }
}
