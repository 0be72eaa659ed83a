package io.faultline.ui.clusters;

import io.faultline.market.PositionSide;
import io.faultline.ui.alarms.chart.AlarmInk;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws brackets, leaders and cards right of now. */
final class CardPainter {
    /** Where cards begin: left of them are brackets and leaders. */
    static final double LEFT = 14;

    private static final double BRACKET = 7;
    private static final double RIGHT_GAP = 4;
    private static final double LINE_HEIGHT = 14;
    private static final double TEXT_LEFT = 5;
    private static final double BELL = 12;
    private static final double BELL_ROOM = 16;

    private final Palette palette;
    private final Color plate;
    private final Color litPlate;
    private final Font name = Type.semiBold(Type.FIGURE);
    private final Font label = Type.regular(Type.LABEL);

    CardPainter(Palette palette) {
        this.palette = palette;
        plate = palette.panel().deriveColor(0, 1, 1, 0.92);
        litPlate = palette.selected();
    }

    /**
     * The span of a cluster, pixels from the top; an end may be out of view.
     *
     * @param held whether its edges stay as they were when price entered it
     */
    record Span(int id, PositionSide side, double top, double bottom, boolean significant, boolean held) {}

    void draw(Canvas canvas, List<Span> spans, List<CardPlacement.Placed> placed, List<CardText> texts, int lit) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        gc.clearRect(0, 0, width, height);
        for (Span span : spans) {
            bracket(gc, span, height, span.id() == lit);
        }
        Pen pen = new Pen(gc);
        for (CardPlacement.Placed card : placed) {
            texts.stream()
                    .filter(text -> text.id() == card.id())
                    .findFirst()
                    .ifPresent(text -> card(pen, card, text, width, text.id() == lit));
        }
    }

    private Color colour(PositionSide side) {
        return side == PositionSide.LONG ? palette.longLiquidation() : palette.shortLiquidation();
    }

    /** Ends only where the span ends in view; dotted below significance; with a lock while its edges are held. */
    private void bracket(GraphicsContext gc, Span span, double height, boolean lit) {
        double top = Math.rint(Math.max(0, span.top()));
        double bottom = Math.rint(Math.min(height, span.bottom()));
        if (bottom - top < 1) {
            return;
        }
        double thick = lit ? 3 : 2;
        gc.setFill(span.significant() ? colour(span.side()) : palette.low());
        if (!span.significant()) {
            Hairline.vertical(gc, 1, top, bottom, 1, 3);
            return;
        }
        gc.fillRect(1, top, thick, bottom - top);
        if (span.top() >= 0) {
            gc.fillRect(1, top, BRACKET, 2);
        }
        if (span.bottom() <= height) {
            gc.fillRect(1, bottom - 2, BRACKET, 2);
        }
        if (span.held() && bottom - top > 14) {
            lock(gc, 5, top + 4);
        }
    }

    /** A small lock: its edges are frozen. */
    private void lock(GraphicsContext gc, double x, double y) {
        gc.setStroke(palette.text());
        gc.setLineWidth(1);
        gc.strokeArc(x + 1.5, y + 0.5, 4, 6, 0, 180, javafx.scene.shape.ArcType.OPEN);
        gc.setFill(palette.text());
        gc.fillRect(x, y + 3, 7, 5);
    }

    private void card(Pen pen, CardPlacement.Placed place, CardText text, double width, boolean lit) {
        GraphicsContext gc = pen.gc();
        Color side = text.dim() ? palette.low() : colour(text.side());
        double left = LEFT;
        double wide = width - LEFT - RIGHT_GAP;
        double top = place.top();
        gc.setGlobalAlpha(text.fading() ? 0.5 : 1);
        if (place.form() != CardPlacement.Form.STUB) {
            leader(gc, side, place);
        }
        pen.fill(lit ? litPlate : plate, left, top, wide, place.height());
        frame(pen, text, lit ? palette.focus() : side, left, top, wide, place.height());
        pen.fill(side, left, top, lit ? 3 : 2, place.height());
        double baseline = top + 13;
        boolean stub = place.form() == CardPlacement.Form.STUB;
        triangle(gc, side, text.side(), left + TEXT_LEFT, baseline - 8);
        double nameLeft = left + TEXT_LEFT + 10;
        double right = left + wide - 4;
        CardText.Heading first = text.heading(
                stub,
                heading -> nameLeft + pen.width(heading.words(), name) + 3 + pen.width(heading.distance(), label)
                        <= right);
        pen.right(first.distance(), label, lit ? palette.text() : palette.mid(), right, baseline);
        pen.left(first.words(), name, palette.text(), nameLeft, baseline);
        if (place.form() == CardPlacement.Form.WHOLE) {
            lines(pen, place, text, left + TEXT_LEFT, wide - TEXT_LEFT - 4, baseline, lit);
        }
        gc.setGlobalAlpha(1);
    }

    private void lines(
            Pen pen,
            CardPlacement.Placed place,
            CardText text,
            double left,
            double room,
            double firstBaseline,
            boolean lit) {
        boolean bell = hasBell(place, text, lit ? text.id() : ClusterControl.NONE);
        double baseline = firstBaseline;
        for (CardText.Line line : text.lines()) {
            baseline += LINE_HEIGHT;
            if (baseline > place.bottom()) {
                break;
            }
            boolean last = baseline + LINE_HEIGHT > place.bottom();
            double own = bell && last ? room - BELL_ROOM + 4 : room;
            pen.left(pen.fitted(line.words(), label, own), label, tone(line.tone()), left, baseline);
        }
        if (bell) {
            Rectangle2D at = bell(place, left + room + 4 + RIGHT_GAP);
            Color colour = text.bell().on() ? palette.warn() : palette.low();
            double x = (at.getMinX() + at.getMaxX()) / 2;
            AlarmInk.bell(pen.gc(), x, (at.getMinY() + at.getMaxY()) / 2, BELL, colour);
        }
    }

    /** A card has a bell where an alarm is on its cluster, and while it is lit, to set one by. */
    static boolean hasBell(CardPlacement.Placed place, CardText text, int lit) {
        return place.form() == CardPlacement.Form.WHOLE
                && !text.lines().isEmpty()
                && (text.bell().set() || text.id() == lit);
    }

    /** Where that is: at the end of the last line, which gives way. */
    static Rectangle2D bell(CardPlacement.Placed place, double width) {
        return new Rectangle2D(width - RIGHT_GAP - BELL_ROOM, place.bottom() - BELL_ROOM - 1, BELL_ROOM, BELL_ROOM);
    }

    private Color tone(CardText.Tone tone) {
        return switch (tone) {
            case PLAIN -> palette.text();
            case WARN -> palette.warn();
            case OK -> palette.ok();
            case BAD -> palette.bad();
            case LOW -> palette.mid();
        };
    }

    private void frame(Pen pen, CardText text, Color colour, double left, double top, double wide, double high) {
        if (text.dim()) {
            pen.dashed(colour, left, left + wide, top, 1, 2);
            pen.dashed(colour, left, left + wide, top + high - 1, 1, 2);
        } else {
            pen.frame(colour, left, top, wide, high);
        }
    }

    /** Bent: along from the bracket, then to the card. */
    private static void leader(GraphicsContext gc, Color side, CardPlacement.Placed place) {
        double from = Math.rint(place.anchor()) + 0.5;
        double to = Math.max(place.top() + 8, Math.min(place.bottom() - 8, from));
        to = Math.rint(to) + 0.5;
        gc.setStroke(side);
        gc.setLineWidth(1);
        gc.strokePolyline(new double[] {2, BRACKET + 1, LEFT}, new double[] {from, from, to}, 3);
    }

    private static void triangle(GraphicsContext gc, Color colour, PositionSide side, double x, double y) {
        gc.setFill(colour);
        boolean down = side == PositionSide.LONG;
        gc.fillPolygon(
                new double[] {x, x + 8, x + 4}, down ? new double[] {y, y, y + 7} : new double[] {y + 7, y + 7, y}, 3);
    }
}
