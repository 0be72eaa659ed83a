package io.faultline.ui.ladder;

import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The names of the ladder's columns; what each is about is in their tooltip. JavaFX thread only. */
final class ColumnHeads {
    private static final double HEIGHT = 20;
    private static final double BASELINE = 14;

    private final Palette palette;
    private final Font label = Type.regular(Type.LABEL);
    private final CanvasPane pane = new CanvasPane(1);
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final Tooltip about = new Tooltip();
    private long drawnSize = -1;
    private StateShape drawnState = StateShape.OFF;
    private @Nullable MassBasis drawnBasis;

    ColumnHeads(Palette palette) {
        this.palette = palette;
        pane.setMinHeight(HEIGHT);
        pane.setPrefHeight(HEIGHT);
        pane.setMaxHeight(HEIGHT);
        Tooltip.install(pane, about);
    }

    CanvasPane pane() {
        return pane;
    }

    void drawEmpty() {
        drawnSize = -1;
        pen.fill(palette.panel(), 0, 0, pane.getWidth(), HEIGHT);
    }

    /** @param words what the columns are about */
    void draw(LadderPicture now, String words) {
        if (!words.equals(about.getText())) {
            about.setText(words);
        }
        MassBasis basis = now.masses().basis();
        if (drawnSize == pane.version() && drawnState == now.state() && drawnBasis == basis) {
            return;
        }
        drawnSize = pane.version();
        drawnState = now.state();
        drawnBasis = basis;
        LadderColumns columns = now.columns();
        pen.fill(palette.panel(), 0, 0, columns.width(), HEIGHT);
        pen.horizontal(palette.line(), 0, columns.width(), HEIGHT - 1);
        right(columns.showsTiers() ? "liq" : brief(now.masses()), columns.tierLeft() - 4);
        if (columns.showsTiers()) {
            pen.left(brief(now.masses()) + " by tier", label, palette.low(), columns.tierLeft() + 1, BASELINE);
        }
        if (columns.splitsTraded()) {
            right("sold", columns.boughtLeft() - 5);
            pen.left("bought", label, palette.low(), columns.boughtLeft() + 5, BASELINE);
        } else if (columns.showsTraded()) {
            right("traded", columns.bidLeft() - 8);
        }
        Color book = now.trusted() ? palette.low() : now.state().colour(palette);
        pen.right("bid", label, book, columns.priceLeft() - 5, BASELINE);
        pen.centre("price", label, palette.low(), columns.priceMiddle(), BASELINE);
        pen.left("ask", label, book, columns.askLeft() + 5, BASELINE);
        if (columns.showsCumulative()) {
            right("cum.", columns.right() - 6);
        }
    }

    private void right(String words, double x) {
        pen.right(words, label, palette.low(), x, BASELINE);
    }

    /** The basis in a word or two: the column is narrow. */
    private static String brief(Masses masses) {
        return switch (masses.basis()) {
            case AT_RISK -> "at risk";
            case DISCOUNTED -> "−" + Numbers.percent(masses.discount(), 0);
            case EXPECTED -> "exp.";
        };
    }
}
