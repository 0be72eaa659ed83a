package io.faultline.ui.clusters;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Lines of a card in as many columns as there is room for; only a text that has changed is set. JavaFX thread only. */
final class LineGrid extends Region {
    static final double ROW = 17;

    private static final double GAP = 18;
    private static final double MARK = 14;
    private static final double APART = 8;
    private static final double BAR = 3;

    private final double columnWidth;
    private final double nameWidth;
    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        final Label mark = label("low");
        final Label name = label("mid");
        final Label value = label("line-value");
        final Label rule = label("low");
        final Region bar = new Region();
        final Tooltip tooltip = new Tooltip();
        double share = Double.NaN;

        Row() {
            rule.setTextOverrun(OverrunStyle.ELLIPSIS);
            rule.setTooltip(tooltip);
            bar.getStyleClass().add("line-bar");
            bar.setManaged(false);
        }

        private static Label label(String style) {
            Label label = new Label();
            label.getStyleClass().add(style);
            label.setMinWidth(0);
            label.setAlignment(Pos.CENTER_LEFT);
            return label;
        }

        boolean show(Line line) {
            boolean moved = set(value, line.value());
            set(name, line.name());
            set(rule, line.rule());
            if (!tooltip.getText().equals(line.wholeRule())) {
                tooltip.setText(line.wholeRule());
            }
            set(mark, line.mark().sign());
            if (!mark.getStyleClass().contains(line.mark().tone())) {
                mark.getStyleClass().setAll("label", line.mark().tone());
            }
            moved |= Double.compare(share, line.share()) != 0;
            share = line.share();
            return moved;
        }

        private static boolean set(Label label, String text) {
            boolean other = !label.getText().equals(text);
            if (other) {
                label.setText(text);
            }
            return other;
        }
    }

    /**
     * @param columnWidth least width of a column of lines
     * @param nameWidth of what they are about
     */
    LineGrid(double columnWidth, double nameWidth) {
        this.columnWidth = columnWidth;
        this.nameWidth = nameWidth;
        setMinSize(0, 0);
    }

    void show(List<Line> lines) {
        boolean other = rows.size() != lines.size();
        while (rows.size() > lines.size()) {
            Row gone = rows.remove(rows.size() - 1);
            getChildren().removeAll(gone.mark, gone.name, gone.value, gone.rule, gone.bar);
        }
        while (rows.size() < lines.size()) {
            Row row = new Row();
            rows.add(row);
            getChildren().addAll(row.bar, row.mark, row.name, row.value, row.rule); // letters over bars
        }
        for (int i = 0; i < lines.size(); i++) {
            other |= rows.get(i).show(lines.get(i));
        }
        if (other) {
            requestLayout();
        }
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (columnWidth + GAP)));
    }

    private int perColumn(double width) {
        return (rows.size() + columns(width) - 1) / columns(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        return perColumn(inside) * ROW + snappedTopInset() + snappedBottomInset();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        int columns = columns(width);
        int each = Math.max(1, perColumn(width));
        double wide = (width - (columns - 1) * GAP) / columns;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double left = snappedLeftInset() + Math.floorDiv(i, each) * (wide + GAP);
            double top = snappedTopInset() + i % each * ROW;
            place(row.mark, left, top, MARK);
            place(row.name, left + MARK, top, nameWidth);
            double valueLeft = left + MARK + nameWidth + APART;
            double room = Math.max(0, left + wide - valueLeft);
            double value = Math.min(room, Math.ceil(row.value.prefWidth(-1)));
            place(row.value, valueLeft, top, value);
            double ruleLeft = valueLeft + Math.max(value, Math.min(room / 3, 48)) + APART;
            place(row.rule, ruleLeft, top, Math.max(0, left + wide - ruleLeft));
            boolean barred = !Double.isNaN(row.share);
            row.bar.setVisible(barred);
            if (barred) {
                row.bar.resizeRelocate(
                        left + MARK, top + ROW - BAR, Math.max(1, (wide - MARK) * Math.min(1, row.share)), BAR - 1);
            }
        }
    }

    private void place(Label label, double left, double top, double width) {
        layoutInArea(label, left, top, width, ROW, 0, javafx.geometry.HPos.LEFT, VPos.CENTER);
    }
}
