package io.faultline.ui.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

/**
 * One of a few things to choose: a row of buttons with long or short words, or, where that has no room, one button with a
 * menu. JavaFX thread only.
 */
final class Choice {
    /** Padding of a button, left and right, and its share of the row's border. */
    private static final double AROUND = 14.1;

    private static final double CHEVRON = 14;

    private final Ink ink;
    private final List<Option> options;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final HBox row = new HBox();
    private final Button menu = new Button();
    private final StackPane node = new StackPane(row, menu);
    private Form form = Form.LONG;
    private int lit = -1;

    /** How much room it takes. */
    enum Form {
        LONG,
        SHORT,
        MENU
    }

    /** @param words for tooltip and screen reader, with the key */
    record Option(String longName, String shortName, String words) {}

    /**
     * @param id of the row, for tests
     * @param chosen takes the number of the option that was pressed; which one is lit stays with {@link #light}
     */
    Choice(Ink ink, String id, List<Option> options, IntConsumer chosen) {
        this.ink = ink;
        this.options = new ArrayList<>(options);
        row.getStyleClass().add("segments");
        row.setId(id);
        for (int i = 0; i < options.size(); i++) {
            int number = i;
            ToggleButton button = new ToggleButton();
            button.getStyleClass().setAll("segment");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(options.get(i).words());
            button.setTooltip(new Tooltip(options.get(i).words()));
            button.setOnAction(event -> {
                chosen.accept(number);
                relight();
            });
            buttons.add(button);
            row.getChildren().add(button);
        }
        menu.getStyleClass().setAll("choice-menu");
        menu.setId(id + "-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setGraphic(new Polygon(0, 0, 7, 0, 3.5, 4.5));
        menu.setContentDisplay(ContentDisplay.RIGHT);
        menu.setOnAction(event -> open(chosen));
        row.setMaxHeight(Region.USE_PREF_SIZE);
        form(Form.LONG);
    }

    Region node() {
        return node;
    }

    private void open(IntConsumer chosen) {
        ContextMenu list = new ContextMenu();
        for (int i = 0; i < options.size(); i++) {
            int number = i;
            MenuItem item = new MenuItem(options.get(i).words());
            item.setOnAction(event -> {
                chosen.accept(number);
                relight();
            });
            item.setVisible(buttons.get(i).isManaged());
            list.getItems().add(item);
        }
        list.show(menu, Side.BOTTOM, 0, 2);
    }

    /** Leaves an option out, or puts it back. */
    void offer(int number, boolean offered) {
        buttons.get(number).setManaged(offered);
        buttons.get(number).setVisible(offered);
    }

    /** Gives an option other names. */
    void rename(int number, String longName, String shortName) {
        options.set(number, new Option(longName, shortName, options.get(number).words()));
        buttons.get(number).setText(name(number, form));
    }

    void form(Form wanted) {
        form = wanted;
        boolean asMenu = wanted == Form.MENU;
        row.setVisible(!asMenu);
        row.setManaged(!asMenu);
        menu.setVisible(asMenu);
        menu.setManaged(asMenu);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setText(name(i, wanted));
        }
        relight();
    }

    private String name(int number, Form in) {
        Option option = options.get(number);
        return in == Form.LONG ? option.longName() : option.shortName();
    }

    /** Pixels that it takes in that form, with the options now offered. */
    double width(Form in) {
        double width = 0;
        if (in == Form.MENU) {
            for (Option option : options) {
                width = Math.max(width, ink.width(option.shortName(), ink.figure));
            }
            return width + AROUND + CHEVRON + 4;
        }
        for (int i = 0; i < buttons.size(); i++) {
            width += buttons.get(i).isManaged() ? ink.width(name(i, in), ink.figure) + AROUND : 0;
        }
        return width + 2;
    }

    /** Lights one; none with −1. */
    void light(int number) {
        if (number != lit) {
            lit = number;
            relight();
        }
    }

    private void relight() {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(i == lit);
        }
        menu.setText(lit < 0 ? "–" : name(lit, form));
        menu.setAccessibleText(lit < 0 ? "nothing chosen" : options.get(lit).words());
    }
}
