package io.faultline.ui.funding;

import io.faultline.desk.FundingAggregate;
import io.faultline.market.Venue;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Draws the table of rates: a line a venue, and one for all weighted by open interest. Too narrow, it loses the interval
 * and the rate a year; wide, it says who pays.
 */
final class FundingTable {
    static final double HEADS = 20;
    static final double ROW = 23;
    private static final double WIDE = 296;
    private static final double WIDEST = 390;
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
        if (width >= WIDEST) {
            pen.right("pays", label, palette.low(), columns.pays(), 14);
        }
    }

    /** Figures where there are any, else why there are none, in words. */
    void row(Pen pen, double width, double top, FundingRow row, long nowNanos) {
        double baseline = top + 16;
        pen.horizontal(palette.line(), 0, width, top + ROW - 1);
        double left = wide(width) ? PAD : NARROW_PAD;
        row.shape().draw(pen.gc(), palette, left + 5, top + 11.5);
        boolean words = row.figures() == null;
        pen.left(row.venue().title(), name, words ? palette.mid() : palette.text(), left + 15, baseline);
        if (row.figures() == null) {
            double from = left + 21 + pen.width(row.venue().title(), name);
            Color ink = row.shape() == StateShape.OFF || row.shape() == StateShape.SILENT
                    ? palette.low()
                    : row.shape().colour(palette);
            pen.left(pen.fitted(row.words(), label, width - left - from), label, ink, from, baseline);
            return;
        }
        figures(pen, width, baseline, row.figures(), nowNanos);
    }

    private void figures(Pen pen, double width, double baseline, FundingFigures figures, long nowNanos) {
        Columns columns = Columns.of(width);
        FundingFigures.Rates rates = figures.rates();
        boolean old = rates.ageNanos() < 0 || rates.old();
        Color ink = old ? palette.low() : palette.text();
        pen.right(Numbers.percent(rates.settled(), 4), figure, known(rates.settled()), columns.now(), baseline);
        pen.right(Numbers.percent(rates.predicted(), 4), figure, ink, columns.predicted(), baseline);
        pen.right(FundingWords.untilNext(rates, nowNanos), figure, ink, columns.next(), baseline);
        if (wide(width)) {
            FundingFigures.Terms terms = figures.terms();
            Color doubt = terms.byDefault() ? palette.warn() : palette.low();
            pen.right(FundingWords.interval(terms.intervalMillis()), figure, doubt, columns.every(), baseline);
            pen.right(Numbers.percent(rates.annualised(), 1), figure, ink, columns.year(), baseline);
        }
        if (width >= WIDEST) {
            pen.right(FundingWords.payer(rates), figure, ink, columns.pays(), baseline);
        }
    }

    /** All venues together, as 8 hours' worth since their intervals differ. */
    void aggregate(Pen pen, double width, double top, FundingAggregate all) {
        Columns columns = Columns.of(width);
        double baseline = top + 16;
        double left = wide(width) ? PAD : NARROW_PAD;
        pen.fill(palette.raised(), 0, top, width, ROW - 1);
        pen.horizontal(palette.line(), 0, width, top + ROW - 1);
        String of = all.missing().isEmpty()
                ? ""
                : " " + all.venues().size() + "/"
                        + (all.venues().size() + all.missing().size());
        pen.left("OI-weighted" + of, name, palette.text(), left, baseline);
        pen.right(Numbers.percent(all.per8Hours(), 4), name, palette.text(), columns.predicted(), baseline);
        if (wide(width)) {
            pen.right("per 8 h", label, palette.low(), columns.next(), baseline);
            pen.right(Numbers.percent(all.annualised(), 1), name, palette.text(), columns.year(), baseline);
        } else {
            pen.right("8 h", label, palette.low(), columns.next(), baseline);
        }
    }

    /** {@code BN BY}. */
    static String codes(Iterable<Venue> venues) {
        return java.util.stream.StreamSupport.stream(venues.spliterator(), false)
                .map(Venue::code)
                .collect(Collectors.joining(" "));
    }

    private Color known(double value) {
        return Double.isNaN(value) ? palette.low() : palette.text();
    }

    /** Right edges. */
    private record Columns(double now, double predicted, double every, double next, double year, double pays) {
        static Columns of(double width) {
            if (!wide(width)) {
                double end = width - NARROW_PAD;
                return new Columns(end - 105, end - 49, end, end, end, end);
            }
            double end = width - PAD;
            double year = width >= WIDEST ? end - 48 : end;
            return new Columns(year - (width >= 340 ? 190 : 182), year - 126, year - 95, year - 42, year, end);
        }
    }
}
