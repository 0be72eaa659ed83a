package io.faultline.ui.map;

import io.faultline.desk.ClusterView;
import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws the bars and the two curves of the map. */
final class MapPainter {
    private static final double BARS_SHARE = 0.82;
    private static final double EDGE = 5;
    private static final double APART = 3;

    private final Palette palette;
    private final Paint doubt;
    private final Font label = Type.regular(Type.LABEL);
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    MapPainter(Palette palette) {
        this.palette = palette;
        doubt = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 8);
    }

    /** Where the plot stands on the canvas, in pixels. */
    record Place(double width, double top, PriceAxis axis) {
        double y(double price) {
            return top + axis.y(price);
        }

        double bottom() {
            return top + axis.height();
        }
    }

    void draw(Pen pen, Place place, Masses masses, MapBars bars, BarScale barScale, BarScale sumScale) {
        GraphicsContext gc = pen.gc();
        gc.save();
        gc.beginPath();
        gc.rect(0, place.top(), place.width(), place.axis().height());
        gc.clip();
        pen.fill(palette.bg(), 0, place.top(), place.width(), place.axis().height());
        if (!masses.known()) {
            pen.fill(doubt, 0, place.top(), place.width(), place.axis().height());
            double middle = place.top() + place.axis().height() / 2;
            pen.plate("?", label, palette.low(), palette.bg(), place.width() / 2, middle);
            gc.restore();
            return;
        }
        bars(pen, place, bars, barScale);
        beyond(pen, place, masses);
        double mark = Math.rint(place.y(masses.mark()));
        pen.dashed(palette.text().deriveColor(0, 1, 1, 0.7), 0, place.width(), mark, 1, 2);
        curve(pen, place, bars, sumScale, false);
        curve(pen, place, bars, sumScale, true);
        gc.restore();
    }

    /** Two lines along the edges of the lit cluster. */
    void light(Pen pen, Place place, ClusterView cluster) {
        Color side = cluster.side() == PositionSide.LONG ? palette.longLiquidation() : palette.shortLiquidation();
        double top = Math.max(place.top(), place.y(cluster.cluster().highPrice()));
        double bottom = Math.min(place.bottom(), place.y(cluster.cluster().lowPrice()));
        if (bottom > top) {
            pen.fill(side.deriveColor(0, 1, 1, 0.13), 0, top, place.width(), bottom - top);
            pen.horizontal(side, 0, place.width(), top);
            pen.horizontal(side, 0, place.width(), bottom - 1);
        }
    }

    /** Part after part, since changing the colour costs more than the rectangle. */
    private void bars(Pen pen, Place place, MapBars bars, BarScale scale) {
        double room = (place.width() - EDGE) * BARS_SHARE;
        double[] ends = new double[bars.count()];
        GraphicsContext gc = pen.gc();
        for (int part = 0; part < bars.parts().size(); part++) {
            gc.setFill(bars.parts().get(part).colour());
            for (int i = 0; i < bars.count(); i++) {
                double usd = bars.usd(part, i);
                if (usd > 0) {
                    double from = ends[i];
                    ends[i] += usd;
                    double left = Math.rint(room * scale.share(from));
                    double right = Math.rint(room * scale.share(ends[i]));
                    if (right > left) {
                        double top = Math.rint(place.y(bars.highPrice(i)));
                        double bottom = Math.rint(place.y(bars.lowPrice(i)));
                        gc.fillRect(
                                left, top, right - left, Math.max(1, bottom - top - (bottom - top > APART ? 1 : 0)));
                    }
                }
            }
        }
        if (palette.light()) {
            edges(gc, place, bars, ends, scale, room);
        }
    }

    /** The fills are faint on white: each bar has an edge there. */
    private void edges(GraphicsContext gc, Place place, MapBars bars, double[] ends, BarScale scale, double room) {
        gc.setStroke(palette.lineStrong());
        gc.setLineWidth(1);
        for (int i = 0; i < bars.count(); i++) {
            double length = Math.rint(room * scale.share(ends[i]));
            if (length > 0) {
                double top = Math.rint(place.y(bars.highPrice(i)));
                double bottom = Math.rint(place.y(bars.lowPrice(i)));
                if (bottom - top > APART) {
                    gc.strokeRect(-0.5, top + 0.5, length, bottom - top - 2);
                } else {
                    gc.strokeLine(length - 0.5, top, length - 0.5, bottom);
                }
            }
        }
    }

    /** Prices that the model's window does not reach. */
    private void beyond(Pen pen, Place place, Masses masses) {
        double low = Bins.lowerEdge(masses.profile().base());
        double high = Bins.lowerEdge(masses.profile().base() + Bins.COUNT);
        if (place.axis().low() < low) {
            double y = place.y(low);
            pen.fill(doubt, 0, y, place.width(), place.bottom() - y);
        }
        if (place.axis().high() > high) {
            pen.fill(doubt, 0, place.top(), place.width(), place.y(high) - place.top());
        }
    }

    /** Longs solid amber, shorts dashed blue, on a dark edge so that they stand out from the bars. */
    private void curve(Pen pen, Place place, MapBars bars, BarScale scale, boolean shorts) {
        int points = 0;
        if (xs.length < 2 * bars.count() + 2) {
            xs = new double[2 * bars.count() + 2];
            ys = new double[2 * bars.count() + 2];
        }
        double room = place.width() - EDGE;
        for (int k = 0; k < bars.count(); k++) {
            int i = shorts ? k : bars.count() - 1 - k;
            double sum = shorts ? bars.shortSum(i) : bars.longSum(i);
            if (sum > 0) {
                double far = shorts ? bars.highPrice(i) : bars.lowPrice(i);
                if (points == 0) {
                    double near = shorts ? bars.lowPrice(i) : bars.highPrice(i);
                    xs[points] = 0.5;
                    ys[points++] = place.y(near);
                }
                xs[points] = 0.5 + room * scale.share(sum);
                ys[points++] = place.y(far);
            }
        }
        if (points < 2) {
            return;
        }
        GraphicsContext gc = pen.gc();
        gc.setStroke(palette.bg());
        gc.setLineWidth(3.5);
        gc.strokePolyline(xs, ys, points);
        gc.setStroke(shorts ? palette.shortLiquidation() : palette.longLiquidation());
        gc.setLineWidth(1.5);
        if (shorts) {
            gc.setLineDashes(5, 3);
        }
        gc.strokePolyline(xs, ys, points);
        gc.setLineDashes();
        gc.setLineWidth(1);
    }

    /** The legend of the curves at the left, and what the bars are stacked by at the right. */
    void heads(Pen pen, double width, double height, String stack) {
        pen.fill(palette.panel(), 0, 0, width, height);
        pen.horizontal(palette.line(), 0, width, height - 1);
        double middle = Math.rint(height / 2) - 1;
        pen.gc().setStroke(palette.shortLiquidation());
        pen.gc().setLineWidth(1.5);
        pen.gc().setLineDashes(4, 2);
        pen.gc().strokeLine(6, middle + 0.5, 18, middle + 0.5);
        pen.gc().setLineDashes();
        pen.gc().setStroke(palette.longLiquidation());
        pen.gc().strokeLine(33, middle + 0.5, 45, middle + 0.5);
        pen.gc().setLineWidth(1);
        pen.left("S", label, palette.low(), 21, 14);
        pen.left("L", label, palette.low(), 48, 14);
        double room = width - 62;
        pen.right(pen.fitted(stack, label, room), label, palette.low(), width - 6, 14);
    }
}
