package io.faultline.ui.funding;

import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the table of rates: a line a venue. Too narrow, it loses the interval and the rate a year. */
final class FundingTable {
    static final double HEADS = 20;
    static final double ROW = 23;
    private static final double WIDE = 296;
    private static final double PAD = 10;
    private static final double NARROW_PAD = 6;

    private final Palette palette;
    private final Font label = Type.regular(Type.LABEL);
    private final Font name = Type.medium(Type.FIGURE);
    private final Font figure = Type.regular(Type.FIGURE);

    FundingTable(Palette palette) {
        this.palette = palette;
    }

    static boolean wide(double width) {
        return width >= WIDE;
    }

    void heads(Pen pen, double width) {
        Columns columns = Columns.of(width);
        pen.horizontal(palette.line(), 0, width, HEADS - 1);
        pen.left("venue", label, palette.low(), wide(width) ? PAD : NARROW_PAD, 14);
        pen.right("now", label, palette.low(), columns.now(), 14);
        pen.right("pred.", label, palette.low(), columns.predicted(), 14);
        pen.right("next", label, palette.low(), columns.next(), 14);
        if (wide(width)) {
            pen.right("every", label, palette.low(), columns.every(), 14);
            pen.right("p.a.", label, palette.low(), columns.year(), 14);
        }
    }

    void row(Pen pen, double width, double top, String venue, StateShape shape, FundingFigures figures, long nowNanos) {
        Columns columns = Columns.of(width);
        FundingFigures.Rates rates = figures.rates();
        double baseline = top + 16;
        pen.horizontal(palette.line(), 0, width, top + ROW - 1);
        double left = wide(width) ? PAD : NARROW_PAD;
        shape.draw(pen.gc(), palette, left + 5, top + 11.5);
        pen.left(venue, name, palette.text(), left + 15, baseline);
        Color ink =
                rates.ageNanos() < 0 || rates.ageNanos() > FundingWords.RATES_STALE ? palette.low() : palette.text();
        pen.right(Numbers.percent(rates.settled(), 4), figure, known(rates.settled()), columns.now(), baseline);
        pen.right(Numbers.percent(rates.predicted(), 4), figure, ink, columns.predicted(), baseline);
        pen.right(FundingWords.untilNext(rates, nowNanos), figure, ink, columns.next(), baseline);
        if (wide(width)) {
            FundingFigures.Terms terms = figures.terms();
            Color doubt = terms.byDefault() ? palette.warn() : palette.low();
            pen.right(FundingWords.interval(terms.intervalMillis()), figure, doubt, columns.every(), baseline);
            pen.right(Numbers.percent(rates.annualised(), 1), figure, ink, columns.year(), baseline);
        }
    }

    private Color known(double value) {
        return Double.isNaN(value) ? palette.low() : palette.text();
    }

    /** Right edges. */
    private record Columns(double now, double predicted, double every, double next, double year) {
        static Columns of(double width) {
            if (!wide(width)) {
                double end = width - NARROW_PAD;
                return new Columns(end - 105, end - 49, end, end, end);
            }
            double end = width - PAD;
            return new Columns(end - 180, end - 126, end - 95, end - 42, end);
        }
    }
}
