package io.faultline.ui.heatmap;

import io.faultline.desk.LargeTrade;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.signal.Timeframe;
import io.faultline.ui.heatmap.BubbleSprites.Kind;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.panel.ChartControl;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** Draws the price over the heat: candles or a line, turning points, reported liquidations, large trades, the lines of last price and of now. */
final class PriceLayer {
    private static final double CANDLE_PIXELS = 6;
    private static final double LEAST_CANDLE_PIXELS = 3;
    private static final double LINE_PIXELS = 2;
    private static final int DOT = 2;
    private static final double SMALLEST_BUBBLE = 4.5;
    private static final double LARGEST_BUBBLE = 11;

    private final Ink ink;
    private final ChartControl chart;
    private final Candles candles = new Candles();
    private final Bubbles bubbles = new Bubbles();
    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private final BubbleSprites sprites;
    private List<Bubbles.Bubble> shown = List.of();
    private final SwingMarks swings;
    private final TradeBubbles large = new TradeBubbles();
    private List<LargeTrade> trades = List.of();

    /** @param timeframe whose turning points are marked */
    PriceLayer(Ink ink, ChartControl chart, Supplier<Timeframe> timeframe) {
        this.ink = ink;
        this.chart = chart;
        sprites = new BubbleSprites(ink);
        swings = new SwingMarks(timeframe);
    }

    /** The bars of the last drawing. */
    Candles gathered() {
        return candles;
    }

    /** Brings the bars up to date. */
    Candles gather(Frame frame) {
        HeatView view = frame.view();
        long until = Math.min(view.endNanos(), frame.nowNanos() + 1);
        candles.gather(frame.data(), barNanos(view), view.startNanos(), until);
        return candles;
    }

    /** Length of the bars now drawn, nanoseconds. */
    long barNanos(HeatView view) {
        double nanosPerPixel = view.nanosPerColumn() * view.scale();
        boolean candles = chart.look().candles();
        long chosen = chart.look().barSeconds() * 1_000_000_000L;
        // Bars that are chosen may be narrower than those of the zoom, down to where they would run into each other.
        return chosen == 0
                ? Steps.bar(nanosPerPixel, candles ? CANDLE_PIXELS : LINE_PIXELS)
                : Math.max(chosen, Steps.bar(nanosPerPixel, candles ? LEAST_CANDLE_PIXELS : 1));
    }

    /** @param most how many bubbles are drawn at most */
    void draw(GraphicsContext gc, Frame frame, int most) {
        HeatView view = frame.view();
        gather(frame);
        gc.setLineDashes(Ink.SOLID);
        if (chart.look().candles()) {
            drawCandles(gc, view);
        } else {
            drawLine(gc, view);
        }
        double least = chart.look().leastLiquidationUsd();
        shown = chart.look().liquidations()
                ? bubbles.in(frame.data(), view.startNanos(), view.endNanos(), most, least)
                : List.of();
        if (chart.look().swings()) {
            swings.draw(gc, ink, frame);
        }
        trades = chart.look().trades()
                ? large.in(
                        frame.data().history().large(),
                        view.startNanos(),
                        view.endNanos(),
                        chart.look().leastTradeUsd())
                : List.of();
        drawTrades(gc, view);
        drawBubbles(gc, view);
        drawLines(gc, frame);
    }

    private void drawCandles(GraphicsContext gc, HeatView view) {
        double pitch = candles.lengthNanos() / (double) view.nanosPerColumn() / view.scale();
        double body = Math.max(3, Math.min(13, Math.floor(pitch * 0.58)));
        body -= (body + 1) % 2;
        double half = (body - 1) / 2;
        gc.setFill(ink.candleHalo);
        for (int i = 0; i < candles.count(); i++) {
            if (candles.traded(i)) {
                double x = middle(view, i);
                double top = Math.rint(view.y(candles.high(i)));
                double bottom = Math.rint(view.y(candles.low(i))) + 1;
                gc.fillRect(x - 2, top - 2, 5, bottom - top + 4);
                double bodyTop = bodyTop(view, i);
                gc.fillRect(x - half - 3, bodyTop - 3, body + 6, bodyHeight(view, i, bodyTop) + 6);
            }
        }
        gc.setFill(Ink.CANDLE_EDGE);
        for (int i = 0; i < candles.count(); i++) {
            if (candles.traded(i)) {
                double top = Math.rint(view.y(candles.high(i)));
                double bottom = Math.rint(view.y(candles.low(i))) + 1;
                gc.fillRect(middle(view, i), top, 1, bottom - top);
            }
        }
        for (int i = 0; i < candles.count(); i++) {
            if (candles.traded(i)) {
                boolean up = candles.close(i) >= candles.open(i);
                double left = middle(view, i) - half;
                double top = bodyTop(view, i);
                double height = bodyHeight(view, i, top);
                gc.setFill(up ? Ink.CANDLE_UP : Ink.CANDLE_EDGE);
                gc.fillRect(left, top, body, height);
                if (!up && height > 2) {
                    gc.setFill(Ink.CANDLE_DOWN);
                    gc.fillRect(left + 1, top + 1, body - 2, height - 2);
                }
            }
        }
    }

    /** Left edge of the pixel in the candle's middle. */
    private double middle(HeatView view, int i) {
        return Math.floor(view.x(candles.startNanos(i) + candles.lengthNanos() / 2));
    }

    private double bodyTop(HeatView view, int i) {
        return Math.rint(view.y(Math.max(candles.open(i), candles.close(i))));
    }

    private double bodyHeight(HeatView view, int i, double top) {
        return Math.max(1, Math.rint(view.y(Math.min(candles.open(i), candles.close(i)))) - top + 1);
    }

    private void drawLine(GraphicsContext gc, HeatView view) {
        if (xs.length < candles.count()) {
            xs = new double[candles.count()];
            ys = new double[candles.count()];
        }
        int points = 0;
        for (int i = 0; i < candles.count(); i++) {
            if (candles.traded(i)) {
                xs[points] = view.x(candles.startNanos(i) + candles.lengthNanos() / 2);
                ys[points] = view.y(candles.close(i));
                points++;
            }
        }
        gc.setStroke(ink.halo);
        gc.setLineWidth(4.5);
        gc.strokePolyline(xs, ys, points);
        gc.setStroke(ink.line);
        gc.setLineWidth(1.5);
        gc.strokePolyline(xs, ys, points);
    }

    /** The area is as the USD are, down to what can still be seen. */
    private double radius(Bubbles.Bubble bubble) {
        return Math.max(
                SMALLEST_BUBBLE,
                LARGEST_BUBBLE * Math.sqrt(bubble.usd() / shown.get(0).usd()));
    }

    /** The bubble drawn at a point of the plot, the smallest where several are; null for none. */
    Bubbles.@Nullable Bubble bubbleAt(HeatView view, double x, double y) {
        for (int i = shown.size() - 1; i >= 0; i--) {
            Bubbles.Bubble bubble = shown.get(i);
            double away = Math.hypot(view.x(bubble.timeNanos()) - x, view.y(bubble.price()) - y);
            if (away <= radius(bubble)) {
                return bubble;
            }
        }
        return null;
    }

    private void drawBubbles(GraphicsContext gc, HeatView view) {
        for (int i = 0; i < shown.size(); i++) {
            Bubbles.Bubble bubble = shown.get(i);
            double x = view.x(bubble.timeNanos());
            boolean up = bubble.side() == PositionSide.SHORT;
            double y = view.y(bubble.price());
            sprites.draw(gc, Kind.LIQUIDATION, x, y, radius(bubble), up, view.scale());
        }
    }

    /** Under the liquidations: they are what the picture is about. */
    private void drawTrades(GraphicsContext gc, HeatView view) {
        for (LargeTrade trade : trades) {
            boolean up = trade.taker() == TakerSide.BUY;
            double x = view.x(trade.timeNanos());
            sprites.draw(gc, Kind.TRADE, x, view.y(trade.price()), radius(trade), up, view.scale());
        }
    }

    private double radius(LargeTrade trade) {
        double share = Math.sqrt(trade.usd() / trades.get(0).usd());
        return Math.max(SMALLEST_BUBBLE, LARGEST_BUBBLE * share);
    }

    /** The turning point marked at a point of the plot, in words; empty for none. */
    String swingAt(HeatView view, double x, double y, int decimals) {
        return chart.look().swings() ? swings.at(view, x, y, decimals) : "";
    }

    /** The large trade drawn at a point of the plot, the smallest where several are; null for none. */
    @Nullable
    LargeTrade tradeAt(HeatView view, double x, double y) {
        for (int i = trades.size() - 1; i >= 0; i--) {
            LargeTrade trade = trades.get(i);
            double away = Math.abs(view.x(trade.timeNanos()) - x) + Math.abs(view.y(trade.price()) - y);
            if (away <= radius(trade)) {
                return trade;
            }
        }
        return null;
    }

    private void drawLines(GraphicsContext gc, Frame frame) {
        HeatView view = frame.view();
        if (Double.isFinite(frame.last())) {
            gc.setFill(ink.palette.text());
            Hairline.horizontal(gc, 0, view.width(), view.y(frame.last()), DOT, DOT);
        }
        double now = view.x(frame.nowNanos());
        if (now > 0 && now < view.width()) {
            gc.setFill(ink.palette.mid());
            Hairline.vertical(gc, now, 0, view.height(), DOT, DOT);
        }
    }
}
