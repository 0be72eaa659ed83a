package io.faultline.ui.lanes;

import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the lanes: lines, bars, and their figures at the right of now. */
final class LanesPainter {
    private static final double PAD = 5;
    private static final double GAP = 10;
    private static final double TWO_LINES = 30;

    private final Palette palette;
    private final Font label = Type.regular(Type.LABEL);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Color plate;
    private final Color cross;
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    LanesPainter(Palette palette) {
        this.palette = palette;
        plate = palette.bg().deriveColor(0, 1, 1, 0.8);
        cross = palette.text().deriveColor(0, 1, 1, 0.75);
    }

    /**
     * Where things stand on the canvas, in pixels.
     *
     * @param left where the heatmap's plot begins
     * @param right where the canvas ends
     */
    record Place(double left, TimeAxis time, double right, long nowNanos) {
        double x(long nanos) {
            return left + time.x(nanos, time.width());
        }

        /** Where the time shown ends. */
        double plotRight() {
            return left + time.width();
        }
    }

    void ground(Pen pen, Place place, double height) {
        pen.fill(palette.bg(), 0, 0, place.plotRight(), height);
        pen.fill(palette.panel(), place.plotRight(), 0, place.right() - place.plotRight(), height);
        pen.vertical(palette.line(), place.plotRight(), 0, height);
    }

    void lane(Pen pen, Place place, Lane lane, FlowCells cells, double top, double height) {
        GraphicsContext gc = pen.gc();
        pen.horizontal(palette.line(), 0, place.right(), top);
        gc.save();
        gc.beginPath();
        gc.rect(Math.max(0, place.left()), top, place.time().width(), height);
        gc.clip();
        if (lane.kind() == Lane.Kind.VOLUME) {
            volume(pen, place, cells, top + 2, height - 2);
        } else {
            line(pen, place, lane, top + PAD, height - 2 * PAD);
        }
        gc.restore();
        double name = pen.width(lane.name(), label);
        pen.fill(plate, 3, top + 2, name + 6, 14);
        pen.left(lane.name(), label, palette.mid(), 6, top + 13);
        figures(pen, place, lane, top, height);
    }

    private void figures(Pen pen, Place place, Lane lane, double top, double height) {
        double x = place.plotRight() + GAP;
        double room = place.right() - x - 4;
        boolean two = height >= TWO_LINES;
        double middle = top + height / 2;
        pen.left(pen.fitted(lane.figure(), strong, room), strong, palette.text(), x, two ? middle - 1 : middle + 4);
        if (two) {
            pen.left(pen.fitted(lane.note(), label, room), label, palette.low(), x, middle + 13);
        }
    }

    /** A line between its own least and largest value; where nothing is known it is broken. */
    private void line(Pen pen, Place place, Lane lane, double top, double height) {
        Track track = lane.track();
        double least = track.least();
        double range = track.most() - least;
        if (Double.isNaN(range)) {
            return;
        }
        boolean area = lane.kind() == Lane.Kind.INTEREST;
        Color colour = area ? palette.practice() : palette.replay();
        reserve(track.size() + 2);
        int points = 0;
        for (int i = 0; i <= track.size(); i++) {
            boolean ends = i == track.size() || Double.isNaN(track.value(i));
            if (!ends) {
                xs[points] = place.x(track.time(i));
                ys[points++] = range > 0 ? top + height * (1 - (track.value(i) - least) / range) : top + height / 2;
            } else {
                stroke(pen, colour, points, area ? top + height + PAD : Double.NaN);
                points = 0;
            }
        }
        if (lane.kind() == Lane.Kind.DELTA && least < 0 && track.most() > 0) {
            double zero = top + height * (1 + least / range);
            pen.dashed(palette.lineStrong(), place.left(), place.plotRight(), zero, 3, 3);
        }
    }

    /** @param floor y down to which the area is filled; NaN for a line alone */
    private void stroke(Pen pen, Color colour, int points, double floor) {
        if (points < 2) {
            return;
        }
        GraphicsContext gc = pen.gc();
        if (!Double.isNaN(floor)) {
            xs[points] = xs[points - 1];
            ys[points] = floor;
            xs[points + 1] = xs[0];
            ys[points + 1] = floor;
            gc.setFill(colour.deriveColor(0, 1, 1, 0.16));
            gc.fillPolygon(xs, ys, points + 2);
        }
        gc.setStroke(colour);
        gc.setLineWidth(1.25);
        gc.strokePolyline(xs, ys, points);
        gc.setLineWidth(1);
    }

    private void reserve(int points) {
        if (xs.length < points + 2) {
            xs = Arrays.copyOf(xs, 2 * points + 2);
            ys = Arrays.copyOf(ys, 2 * points + 2);
        }
    }

    /** What was bought stands on what was sold. */
    private void volume(Pen pen, Place place, FlowCells cells, double top, double height) {
        double largest = 0;
        for (int i = 0; i < cells.count(); i++) {
            largest = Math.max(largest, cells.bought(i) + cells.sold(i));
        }
        if (largest <= 0) {
            return;
        }
        for (int i = 0; i < cells.count(); i++) {
            if (cells.traded(i)) {
                double left = Math.rint(place.x(cells.startNanos(i)));
                double right = Math.rint(place.x(cells.startNanos(i) + cells.lengthNanos()));
                double width = Math.max(1, right - left - (right - left > 3 ? 1 : 0));
                double sold = cells.sold(i) / largest * height;
                double bought = cells.bought(i) / largest * height;
                double bottom = top + height;
                pen.fill(palette.ask().deriveColor(0, 1, 1, 0.6), left, bottom - sold, width, sold);
                pen.fill(palette.bid().deriveColor(0, 1, 1, 0.6), left, bottom - sold - bought, width, bought);
            }
        }
    }

    /** The time under the crosshair, with what each lane said then in place of its figure. */
    void crosshair(Pen pen, Place place, long nanos, double height, int lanes, List<String> figures) {
        double x = place.x(nanos);
        for (double y = 0; y < height; y += 7) {
            pen.fill(cross, Math.floor(x), y, 1, Math.min(5, height - y));
        }
        double each = Math.floor(height / lanes);
        for (int i = 0; i < lanes; i++) {
            double width = pen.width(figures.get(i), strong) + 10;
            boolean flip = x + width + 4 > place.plotRight();
            double left = flip ? x - width - 4 : x + 5;
            double top = i * each + each - 18;
            pen.fill(plate, left, top, width, 16);
            pen.left(figures.get(i), strong, palette.text(), left + 5, top + 12);
        }
    }
}
