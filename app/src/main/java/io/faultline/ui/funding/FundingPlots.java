package io.faultline.ui.funding;

import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.text.Zone;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the small plots: settlements as bars, the others as lines. */
final class FundingPlots {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final double PAD = 10;
    private static final double AXIS = 46;

    private final Palette palette;
    private final Font small = Type.regular(Type.SMALLEST);
    private final Font label = Type.regular(Type.LABEL);
    private final Color paid;
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    FundingPlots(Palette palette) {
        this.palette = palette;
        paid = palette.longLiquidation().deriveColor(0, 1, 1, 0.85);
    }

    /** Positive rates filled above zero, negative ones outlined below; labels in per cent at the left. */
    void settlements(Pen pen, PlotFrame frame, Series rates) {
        double zero = frame.y(0);
        rateLine(pen, frame, frame.high());
        rateLine(pen, frame, frame.low());
        pen.horizontal(palette.lineStrong(), frame.left(), frame.right(), zero);
        pen.right("0", small, palette.low(), frame.left() - 5, zero + 4);
        double bar = Math.max(2, Math.min(12, Math.floor(room(frame, rates) * 0.75)));
        for (int i = 0; i < rates.size(); i++) {
            double x = Math.min(frame.right() - bar, Math.max(frame.left(), frame.x(rates.time(i)) - bar / 2));
            double y = frame.y(rates.value(i));
            if (rates.value(i) > 0) {
                pen.fill(paid, x, Math.min(y, zero - 1), bar, Math.max(1, zero - y));
            } else if (rates.value(i) < 0) {
                pen.frame(palette.shortLiquidation(), x, zero + 1, bar, Math.max(2, y - zero));
            }
        }
        times(pen, frame);
    }

    /** Pixels between the two bars that stand closest. */
    private static double room(PlotFrame frame, Series rates) {
        double least = frame.width();
        for (int i = 1; i < rates.size(); i++) {
            least = Math.min(least, frame.x(rates.time(i)) - frame.x(rates.time(i - 1)));
        }
        return least;
    }

    private void rateLine(Pen pen, PlotFrame frame, double rate) {
        if (rate != 0) {
            double y = frame.y(rate);
            pen.horizontal(palette.line(), frame.left(), frame.right(), y);
            String text = Numbers.price(rate * 100, 3);
            pen.right(text, small, palette.low(), frame.left() - 5, y + 4);
        }
    }

    /** A line with its highest and lowest value written at the left; {@code unit} turns a value into words. */
    void line(Pen pen, PlotFrame frame, Series series, Color colour, Label unit) {
        pen.horizontal(palette.line(), frame.left(), frame.right(), frame.top());
        pen.horizontal(palette.line(), frame.left(), frame.right(), frame.bottom());
        pen.right(unit.of(frame.high()), small, palette.low(), frame.left() - 5, frame.top() + 4);
        pen.right(unit.of(frame.low()), small, palette.low(), frame.left() - 5, frame.bottom() + 4);
        if (frame.low() < 0 && frame.high() > 0) {
            pen.horizontal(palette.lineStrong(), frame.left(), frame.right(), frame.y(0));
        }
        int points = thinned(frame, series);
        if (points > 1) {
            GraphicsContext gc = pen.gc();
            gc.setStroke(colour);
            gc.setLineWidth(1.25);
            gc.strokePolyline(xs, ys, points);
            gc.setLineWidth(1);
        }
        times(pen, frame);
    }

    /** At most two points a pixel: more cannot be seen. */
    private int thinned(PlotFrame frame, Series series) {
        int stride = Math.max(1, (int) (series.size() / (frame.width() * 2)));
        int needed = series.size() / stride + 2;
        if (xs.length < needed) {
            xs = new double[needed];
            ys = new double[needed];
        }
        int points = 0;
        for (int i = 0; i < series.size(); i += stride) {
            xs[points] = frame.x(series.time(i));
            ys[points] = frame.y(series.value(i));
            points++;
        }
        return points;
    }

    private void times(Pen pen, PlotFrame frame) {
        double baseline = frame.bottom() + 15;
        pen.left(moment(frame.fromNanos(), frame), small, palette.low(), frame.left(), baseline);
        pen.right(moment(frame.toNanos(), frame), small, palette.low(), frame.right(), baseline);
    }

    private static String moment(long nanos, PlotFrame frame) {
        long span = frame.toNanos() - frame.fromNanos();
        if (span > 2 * DAY_NANOS) {
            return nanos == frame.fromNanos() ? day(nanos) : dayTime(nanos);
        }
        return span > DAY_NANOS / 2 ? dayTime(nanos) : Moments.time(nanos);
    }

    private static String day(long nanos) {
        return DAY.format(Zone.at(nanos));
    }

    static String dayTime(long nanos) {
        return DAY_TIME.format(Zone.at(nanos));
    }

    /** Turns a value into words. */
    interface Label {
        String of(double value);
    }

    /** The next value of 1, 2, 2.5, 5 times a power of ten at or over {@code size}, which is positive. */
    static double nice(double size) {
        double power = Math.pow(10, Math.floor(Math.log10(size)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (step * power >= size * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The line, or words where it has not two points. */
    void plot(Pen pen, PlotFrame frame, Series series, Color colour, Label unit, String nothing) {
        if (series.size() < 2) {
            empty(pen, frame, nothing);
        } else {
            line(pen, frame, series, colour, unit);
        }
    }

    /** A frame with words in it. */
    void empty(Pen pen, PlotFrame frame, String words) {
        pen.frame(palette.line(), PAD, frame.top(), frame.right() - PAD, frame.height());
        pen.centre(words, label, palette.low(), (PAD + frame.right()) / 2, frame.top() + frame.height() / 2 + 4);
    }

    /** A frame that the series fills from least to most, but spans {@code least} either way at least. */
    static PlotFrame fitted(double width, double top, double height, long from, long to, Series series, double least) {
        if (series.size() == 0) {
            return frame(width, top, height, from, to, 0, 1);
        }
        double middle = (series.max() + series.min()) / 2;
        double half = Math.max(least, (series.max() - series.min()) / 2 * 1.05);
        return frame(width, top, height, from, to, middle - half, middle + half);
    }

    static PlotFrame frame(double width, double top, double height, long from, long to, double low, double high) {
        return new PlotFrame(AXIS, top, Math.max(1, width - AXIS - PAD), height, from, to, low, high);
    }
}
