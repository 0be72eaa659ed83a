package io.faultline.ui.ladder;

import io.faultline.desk.ClustersView;
import io.faultline.desk.SweepView;
import io.faultline.desk.TapeLabel;
import io.faultline.desk.WallView;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Draws what walls do, and what is seen during a sweep, on the rows where it happens: in the cell of the book's other side,
 * which is empty there. One mark a row: what happened last, before what merely stands.
 */
final class RowMarks {
    /** How long a label of the tape stays on its row. */
    static final long LASTS_MILLIS = 45_000;

    /** How long a row is framed where the book was put back. */
    private static final long FRESH_MILLIS = 8_000;

    private static final long HOLDS_FROM_MILLIS = 60_000;
    private static final double LEFT = 6;
    private static final double ICON = 12;

    private final Palette palette;
    private final Font font = Type.medium(Type.SMALLEST);

    RowMarks(Palette palette) {
        this.palette = palette;
    }

    /** The shape before the word: nothing is told by colour alone. */
    enum Icon {
        BARS,
        BEAM,
        ARROW,
        DOT
    }

    /**
     * A mark in a row.
     *
     * @param shorter where there is no room for the words
     * @param fresh whether the row is framed
     */
    record Mark(Side side, Icon icon, String words, String shorter, boolean fresh, Tone tone) {
        /** Whether it is one more of the same kind: its sign alone then says so. */
        boolean like(Mark other) {
            return icon != Icon.BARS && icon == other.icon && side == other.side && shorter.equals(other.shorter);
        }

        /** As much of it as fits, by whole words: half a figure reads as another. */
        String fitting(Predicate<String> fits) {
            if (fits.test(words)) {
                return words;
            }
            int space = shorter.indexOf(' ');
            return space < 0 || fits.test(shorter) ? shorter : shorter.substring(0, space);
        }
    }

    enum Tone {
        PLAIN,
        FOCUS,
        WARN,
        BAD,
        OK
    }

    void draw(Pen pen, LadderPicture picture, LadderRows rows) {
        Map<Long, Mark> marks = marks(picture.clusters(), picture.axis().grouping());
        marks.forEach((row, mark) -> {
            Mark above = marks.get(row + 1);
            draw(pen, picture, rows, (int) (row - rows.low()), mark, above != null && mark.like(above));
        });
    }

    /** What stands in each row, by its number. */
    static Map<Long, Mark> marks(ClustersView clusters, double grouping) {
        Map<Long, Mark> marks = new HashMap<>();
        Map<Long, Double> largest = new HashMap<>();
        for (WallView wall : clusters.walls()) {
            long row = row(wall.levelPrice(), grouping);
            if (wall.usd() > largest.getOrDefault(row, 0.0)) {
                largest.put(row, wall.usd());
                marks.put(row, wall(wall));
            }
        }
        for (SweepView sweep : clusters.sweeps()) {
            if (sweep.inside() && sweep.absorption().absorbed()) {
                Side book = sweep.side() == PositionSide.LONG ? Side.BID : Side.ASK;
                marks.put(
                        row(clusters.mark(), grouping),
                        new Mark(book, Icon.BEAM, "ABSORB " + sweep.cluster(), "ABSORB", true, Tone.FOCUS));
            }
        }
        // From the oldest on, so that the newest of a row stays.
        for (long i = clusters.labels().begin(); i < clusters.labels().end(); i++) {
            TapeLabel label = clusters.labels().get(i);
            if (label != null && clusters.asOfMillis() - label.millis() <= LASTS_MILLIS) {
                Mark mark = label(label, clusters.asOfMillis() - label.millis() <= FRESH_MILLIS);
                if (mark != null) {
                    marks.put(row(label.price(), grouping), mark);
                }
            }
        }
        return marks;
    }

    private static long row(double price, double grouping) {
        return (long) Math.floor(price / grouping + 1e-9);
    }

    private static Mark wall(WallView wall) {
        String venue = wall.venue().code();
        String held =
                wall.heldMillis() >= HOLDS_FROM_MILLIS ? " holds " + Numbers.age(wall.heldMillis() * 1_000_000) : "";
        String refills = wall.refills() > 0 ? " refilled " + wall.refills() + "×" : "";
        return new Mark(
                wall.side(), Icon.BARS, "WALL " + venue + held + refills, "WALL" + shortAge(wall), false, Tone.PLAIN);
    }

    private static String shortAge(WallView wall) {
        return wall.heldMillis() >= HOLDS_FROM_MILLIS ? " " + wall.heldMillis() / 60_000 + " min" : "";
    }

    /** A wall that was eaten or left stands no more, which the row shows itself. */
    private static @org.jspecify.annotations.Nullable Mark label(TapeLabel label, boolean fresh) {
        String of = label.cluster().isEmpty() ? "" : " " + label.cluster();
        String usd = Double.isNaN(label.usd()) ? "" : " " + Numbers.usd(label.usd());
        return switch (label.kind()) {
            case REFILLED -> new Mark(label.side(), Icon.BEAM, "REFILL" + usd, "REFILL", fresh, Tone.FOCUS);
            case PULLED -> new Mark(label.side(), Icon.ARROW, "PULLED" + usd, "PULLED", false, Tone.WARN);
            case CASCADE_BEGAN -> new Mark(label.side(), Icon.DOT, "CASCADE" + of, "CASCADE", false, Tone.BAD);
            case ABSORBED -> new Mark(label.side(), Icon.BEAM, "ABSORB" + of, "ABSORB", fresh, Tone.FOCUS);
            case EXHAUSTED -> new Mark(label.side(), Icon.DOT, "EXHAUSTED" + of, "EXHAUST", false, Tone.OK);
            case EDGE_RECLAIMED -> new Mark(label.side(), Icon.ARROW, "RECLAIMED" + of, "RECLAIM", false, Tone.OK);
            case LONG_WICK -> new Mark(label.side(), Icon.DOT, "WICK" + of, "WICK", false, Tone.WARN);
            case EATEN, LEFT -> null;
        };
    }

    private void draw(Pen pen, LadderPicture picture, LadderRows rows, int row, Mark mark, boolean repeated) {
        if (row < 0 || row >= rows.count()) {
            return;
        }
        // Where both sides stand in one row, a wall gives way to the figure.
        double other = mark.side() == Side.BID ? rows.ask(row) : rows.bid(row);
        if (mark.icon() == Icon.BARS && other > 0) {
            return;
        }
        double top = picture.rowTop(row);
        int height = picture.axis().rowHeight();
        if (top < picture.top() || top + height > picture.bottom()) {
            return;
        }
        LadderColumns columns = picture.columns();
        boolean bids = mark.side() == Side.BID;
        double from = bids ? columns.askLeft() : columns.bidLeft();
        double until = bids ? columns.cumulativeLeft() : columns.priceLeft();
        Color colour = colour(mark.tone());
        if (mark.fresh()) {
            double left = bids ? columns.bidLeft() : columns.priceLeft();
            pen.frame(palette.focus(), left, top, until - left, height);
        }
        double room = until - from - LEFT - ICON - 2;
        // Where both sides stand is the best bid or ask: its figure stays, and the sign alone stands before it.
        boolean sign = repeated || other > 0;
        String words = sign ? "" : mark.fitting(candidate -> pen.width(candidate, font) <= room);
        double plate = LEFT + ICON + (sign ? 0 : pen.width(words, font));
        // Figures of asks stand at the left of their cell, those of bids at the right.
        double left = other > 0 && bids ? until - LEFT - ICON : from;
        pen.fill(palette.panel(), left + 1, top + 1, plate - (other > 0 ? 2 : 0), height - 2.0);
        icon(pen, mark.icon(), colour, left + LEFT, top + height / 2.0);
        pen.left(words, font, colour, from + LEFT + ICON, picture.baseline(row));
    }

    private Color colour(Tone tone) {
        return switch (tone) {
            case PLAIN -> palette.text();
            case FOCUS -> palette.focus();
            case WARN -> palette.warn();
            case BAD -> palette.bad();
            case OK -> palette.ok();
        };
    }

    private static void icon(Pen pen, Icon icon, Color colour, double x, double middle) {
        GraphicsContext gc = pen.gc();
        double y = Math.rint(middle);
        switch (icon) {
            case BARS -> {
                pen.fill(colour, x, y - 4, 3, 8);
                pen.fill(colour, x + 5, y - 4, 3, 8);
            }
            case BEAM -> {
                pen.fill(colour, x, y - 4, 8, 2);
                pen.fill(colour, x + 3, y - 4, 2, 8);
                pen.fill(colour, x, y + 3, 8, 2);
            }
            case ARROW -> {
                gc.setStroke(colour);
                gc.setLineWidth(1.5);
                gc.strokePolyline(new double[] {x, x, x + 7}, new double[] {y + 4, y - 2, y - 2}, 3);
                gc.strokePolyline(new double[] {x + 4, x + 7, x + 4}, new double[] {y - 5, y - 2, y + 1}, 3);
                gc.setLineWidth(1);
            }
            case DOT -> {
                gc.setFill(colour);
                gc.fillOval(x, y - 4, 8, 8);
            }
        }
    }
}
