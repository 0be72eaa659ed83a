package io.faultline.ui;

import io.faultline.ui.alarms.chart.AlarmInk;
import io.faultline.ui.theme.Palette;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Transform;

/** The signs of the window, drawn as paths so that they look the same with every font. */
final class Icons {
    static final String CAMERA = "M5 2H11L12.2 4H15V14H1V4H3.8ZM8 5.6A3.4 3.4 0 1 0 8 12.4A3.4 3.4 0 1 0 8 5.6Z"
            + "M8 7A2 2 0 1 1 8 11A2 2 0 1 1 8 7Z";
    static final String HELP =
            "M8 0.8A7.2 7.2 0 1 1 8 15.2A7.2 7.2 0 1 1 8 0.8ZM8 2.2A5.8 5.8 0 1 0 8 13.8A5.8 5.8 0 1 0 8 2.2Z"
                    + "M5.6 6.2C5.6 4.7 6.6 3.8 8.1 3.8C9.6 3.8 10.6 4.7 10.6 6C10.6 7.1 9.9 7.6 9.3 8.1C8.9 8.4 8.8 8.7 8.8 9.3H7.3"
                    + "C7.3 8.2 7.6 7.7 8.3 7.2C8.8 6.8 9.1 6.6 9.1 6.1C9.1 5.5 8.7 5.2 8.1 5.2C7.4 5.2 7.1 5.6 7.1 6.2ZM7.3 10.4H8.9V12H7.3Z";
    static final String GEAR =
            "M13 6.7L14.9 6.8L14.9 9.2L13 9.3L12.5 10.6L13.7 12L12 13.7L10.6 12.5L9.3 13L9.2 14.9L6.8 14.9L6.7 13L5.4 12.5L4 13.7L2.3 12"
                    + "L3.5 10.6L3 9.3L1.1 9.2L1.1 6.8L3 6.7L3.5 5.4L2.3 4L4 2.3L5.4 3.5L6.7 3L6.8 1.1L9.2 1.1L9.3 3L10.6 3.5L12 2.3"
                    + "L13.7 4L12.5 5.4ZM8 5.4A2.6 2.6 0 1 0 8 10.6A2.6 2.6 0 1 0 8 5.4Z";
    static final String BELL = AlarmInk.BELL;
    static final String SOUND =
            "M2 5.6H5L9 2.4V13.6L5 10.4H2ZM10.6 5.2C12.2 6.6 12.2 9.4 10.6 10.8L9.9 10C10.9 9 10.9 7 9.9 6Z"
                    + "M12.4 3.2C15 5.6 15 10.4 12.4 12.8L11.7 12C13.8 10 13.8 6 11.7 4Z";
    static final String MUTED = "M2 5.6H5L9 2.4V13.6L5 10.4H2Z"
            + "M10.6 6.1L11.5 5.2L13 6.7L14.5 5.2L15.4 6.1L13.9 7.6L15.4 9.1L14.5 10L13 8.5L11.5 10L10.6 9.1L12.1 7.6Z";
    static final String PLAY = "M3 1.5L11 7L3 12.5Z";
    static final String PAUSE = "M2.5 1.5H5.5V12.5H2.5ZM8.5 1.5H11.5V12.5H8.5Z";
    static final String STEP = "M2 1.5L8.5 7L2 12.5ZM9.5 1.5H11.5V12.5H9.5Z";
    static final String BACK = "M12 1.5L5.5 7L12 12.5ZM2.5 1.5H4.5V12.5H2.5Z";
    static final String TO_START = "M13 1.5L8 7L13 12.5ZM8 1.5L3 7L8 12.5ZM1 1.5H2.6V12.5H1Z";
    static final String TO_END = "M1 1.5L6 7L1 12.5ZM6 1.5L11 7L6 12.5ZM11.4 1.5H13V12.5H11.4Z";

    private Icons() {}

    static SVGPath icon(String path) {
        SVGPath icon = new SVGPath();
        icon.setFillRule(FillRule.EVEN_ODD);
        icon.setContent(path);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** The mark: two strata, slipped along a fault. */
    static Node mark() {
        Group mark = mark(Palette.DARK);
        mark.getChildren().get(0).getStyleClass().add("mark-long");
        mark.getChildren().get(1).getStyleClass().add("mark-short");
        mark.getChildren().get(2).getStyleClass().add("mark-line");
        return mark;
    }

    private static Group mark(Palette palette) {
        return new Group(
                stroke("M1 5H8.5L11 10H19", palette.longLiquidation()),
                stroke("M1 10H7L9.5 15H19", palette.shortLiquidation()),
                stroke("M11 5H19M1 15H6", palette.lineStrong()));
    }

    /** The mark as the window's icon. */
    static Image windowIcon() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Palette.DARK.panel());
        parameters.setTransform(Transform.scale(3, 3));
        return new StackPane(mark(Palette.DARK)).snapshot(parameters, null);
    }

    private static SVGPath stroke(String path, Color color) {
        SVGPath line = new SVGPath();
        line.setContent(path);
        line.setFill(null);
        line.setStroke(color);
        line.setStrokeWidth(2);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return line;
    }
}
