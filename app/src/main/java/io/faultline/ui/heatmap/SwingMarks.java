package io.faultline.ui.heatmap;

import io.faultline.signal.Swings;
import io.faultline.signal.Timeframe;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;

/**
 * Turning points of the price in view, of the bars that the timeframe's confluence goes by, {@code model.md} 26: five minutes
 * for scalps, fifteen for day trades, an hour for swings.
 */
final class SwingMarks {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final double AWAY = 5;
    private static final double HALF = 4;
    private static final double HEIGHT = 5;
    private static final double REACH = 7;
    /** More would be a pattern, and no marks. */
    private static final int MOST = 60;

    private final Supplier<Timeframe> timeframe;
    private final Candles bars = new Candles();
    private final Candles minutes = new Candles();
    private final List<Mark> marks = new ArrayList<>();
    private long gatheredFrom = Long.MIN_VALUE;
    private long gatheredTo;
    private long gatheredLength;
    private long gatheredLogs;

    private record Mark(long nanos, double price, boolean high) {}

    SwingMarks(Supplier<Timeframe> timeframe) {
        this.timeframe = timeframe;
    }

    static long cellNanos(Timeframe timeframe) {
        return switch (timeframe) {
            case SCALP -> 5 * MINUTE_NANOS;
            case DAY -> 15 * MINUTE_NANOS;
            case SWING -> 60 * MINUTE_NANOS;
        };
    }

    void draw(GraphicsContext gc, Ink ink, Frame frame) {
        gather(frame);
        HeatView view = frame.view();
        if (marks.size() > MOST) {
            return;
        }
        double[] xs = new double[3];
        double[] ys = new double[3];
        for (Mark mark : marks) {
            double x = Math.rint(view.x(mark.nanos())) + 0.5;
            double tip = tip(view, mark);
            double base = mark.high() ? tip - HEIGHT : tip + HEIGHT;
            gc.setFill(ink.halo);
            gc.fillRect(x - HALF - 1, Math.min(tip, base) - 1, 2 * HALF + 2, HEIGHT + 2);
            xs[0] = x - HALF;
            xs[1] = x + HALF;
            xs[2] = x;
            ys[0] = base;
            ys[1] = base;
            ys[2] = tip;
            gc.setFill(ink.palette.text());
            gc.fillPolygon(xs, ys, 3);
        }
    }

    private static double tip(HeatView view, Mark mark) {
        return Math.rint(view.y(mark.price())) + (mark.high() ? -AWAY : AWAY);
    }

    /** Bars that have ended turn no more: the marks are found anew when one more has, or other bars are in view. */
    private void gather(Frame frame) {
        long length = cellNanos(timeframe.get());
        long around = Swings.BARS_EITHER_SIDE * length;
        long from = Math.floorDiv(frame.view().startNanos(), length) * length - around;
        long until = Math.min(frame.view().endNanos() + around, frame.nowNanos());
        long to = Math.floorDiv(until, length) * length;
        long logs = frame.data().history().bars().stream()
                .mapToLong(log -> log.cellNanos() >= MINUTE_NANOS ? log.end() : 0)
                .sum();
        if (from == gatheredFrom && to == gatheredTo && length == gatheredLength && logs == gatheredLogs) {
            return;
        }
        gatheredFrom = from;
        gatheredTo = to;
        gatheredLength = length;
        gatheredLogs = logs;
        marks.clear();
        if (to <= from) {
            return;
        }
        bars.gather(frame.data(), length, from, to);
        for (int i = Swings.BARS_EITHER_SIDE; i < bars.count() - Swings.BARS_EITHER_SIDE; i++) {
            if (Swings.turns(i, bar -> bars.traded(bar) ? bars.high(bar) : Double.NaN)) {
                marks.add(new Mark(minute(frame, bars.startNanos(i), length, true), bars.high(i), true));
            }
            if (Swings.turns(i, bar -> bars.traded(bar) ? -bars.low(bar) : Double.NaN)) {
                marks.add(new Mark(minute(frame, bars.startNanos(i), length, false), bars.low(i), false));
            }
        }
    }

    /** The middle of the minute in which the bar reached farthest. */
    private long minute(Frame frame, long start, long length, boolean high) {
        minutes.gather(frame.data(), MINUTE_NANOS, start, start + length);
        int found = -1;
        for (int i = 0; i < minutes.count(); i++) {
            boolean farther = minutes.traded(i)
                    && (found < 0
                            || (high ? minutes.high(i) > minutes.high(found) : minutes.low(i) < minutes.low(found)));
            found = farther ? i : found;
        }
        return found < 0 ? start + length / 2 : minutes.startNanos(found) + MINUTE_NANOS / 2;
    }

    /** {@code swing high 104,812.0 (15 min bars)} where one is marked at that point of the plot; else nothing. */
    String at(HeatView view, double x, double y, int decimals) {
        for (Mark mark : marks.size() > MOST ? List.<Mark>of() : marks) {
            if (Math.abs(view.x(mark.nanos()) - x) <= REACH && Math.abs(tip(view, mark) - y) <= REACH) {
                return (mark.high() ? "swing high " : "swing low ") + Numbers.price(mark.price(), decimals)
                        + ", bars of " + Times.length(gatheredLength);
            }
        }
        return "";
    }
}
