package io.faultline.ui.funding;

import io.faultline.desk.FundingAggregate;
import io.faultline.market.Venue;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Draws the table of rates: a line a venue, and one for all weighted by open interest. Too narrow, it loses the rate a
 * year, and each rate that is not for 8 hours carries its interval; wide, it says who pays.
 */
final class FundingTable {
    static final double HEADS = 20;
    static final double ROW = 23;
    private static final double WIDE = 296;
    private static final double WIDEST = 390;
    private static final double PAD = 10;
    private static final double NARROW_PAD = 4;
    private static final double GAP = 6;
    /** Room for an interval, {@code 8 h}. */
    private static final double EVERY = 30;

    private static final double NARROW_GAP = 3;
    /** A rate and a countdown are two figures, not one. */
    private static final double NEXT_GAP = 10;

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

    /** The heads, and under them a line a venue. */
    void rows(Pen pen, double width, List<FundingRow> rows, long nowNanos) {
        Columns columns = columns(pen, width, rows);
        heads(pen, width, columns);
        for (int i = 0; i < rows.size(); i++) {
            row(pen, width, HEADS + i * ROW, columns, rows.get(i), nowNanos);
        }
    }

    private void heads(Pen pen, double width, Columns columns) {
        pen.horizontal(palette.line(), 0, width, HEADS - 1);
        boolean roomy = columns.predicted() - pen.width("predicted", label) - GAP >= columns.settled();
        pen.left("venue", label, palette.low(), left(width), 14);
        pen.right("settled", label, palette.low(), columns.settled(), 14);
        pen.right(roomy ? "predicted" : "pred.", label, palette.low(), columns.predicted(), 14);
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
    private void row(Pen pen, double width, double top, Columns columns, FundingRow row, long nowNanos) {
        double baseline = top + 16;
        pen.horizontal(palette.line(), 0, width, top + ROW - 1);
        double left = left(width);
        row.shape().draw(pen.gc(), palette, left + 5, top + 11.5);
        boolean words = row.figures() == null;
        String venue =
                words || columns.titles() ? row.venue().title() : row.venue().code();
        pen.left(venue, name, words ? palette.mid() : palette.text(), left + mark(width), baseline);
        if (row.figures() == null) {
            double from = left + mark(width) + 6 + pen.width(venue, name);
            Color ink = row.shape() == StateShape.OFF || row.shape() == StateShape.SILENT
                    ? palette.low()
                    : row.shape().colour(palette);
            pen.left(pen.fitted(row.words(), label, width - left - from), label, ink, from, baseline);
            return;
        }
        figures(pen, width, baseline, columns, row.figures(), nowNanos);
    }

    private void figures(
            Pen pen, double width, double baseline, Columns columns, FundingFigures figures, long nowNanos) {
        FundingFigures.Rates rates = figures.rates();
        boolean old = rates.ageNanos() < 0 || rates.old();
        Color ink = old ? palette.low() : palette.text();
        pen.right(Numbers.percent(rates.settled(), 4), figure, known(rates.settled()), columns.settled(), baseline);
        pen.right(Numbers.percent(rates.predicted(), 4), figure, ink, columns.predicted(), baseline);
        pen.right(FundingWords.untilNext(rates, nowNanos), figure, ink, columns.next(), baseline);
        FundingFigures.Terms terms = figures.terms();
        Color doubt = terms.byDefault() ? palette.warn() : palette.low();
        if (wide(width)) {
            pen.right(FundingWords.interval(terms.intervalMillis()), figure, doubt, columns.every(), baseline);
            pen.right(Numbers.percent(rates.annualised(), 1), figure, ink, columns.year(), baseline);
        } else {
            String per = FundingWords.unusual(terms.intervalMillis());
            if (!Double.isNaN(rates.settled())) {
                pen.left(per, label, doubt, columns.settled() + NARROW_GAP, baseline);
            }
            if (!Double.isNaN(rates.predicted())) {
                pen.left(per, label, doubt, columns.predicted() + NARROW_GAP, baseline);
            }
        }
        if (width >= WIDEST) {
            pen.right(FundingWords.payer(rates), figure, ink, columns.pays(), baseline);
        }
    }

    /** All venues together, as 8 hours' worth since their intervals differ. */
    void aggregate(Pen pen, double width, double top, List<FundingRow> rows, FundingAggregate all) {
        Columns columns = columns(pen, width, rows);
        double baseline = top + 16;
        pen.fill(palette.raised(), 0, top, width, ROW - 1);
        pen.horizontal(palette.line(), 0, width, top + ROW - 1);
        String of = all.missing().isEmpty()
                ? ""
                : " " + all.venues().size() + "/"
                        + (all.venues().size() + all.missing().size());
        pen.left("OI-weighted" + of, name, palette.text(), left(width), baseline);
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

    /** From the edge of a line to the venue's name. */
    private static double mark(double width) {
        return wide(width) ? 15 : 12;
    }

    private static double left(double width) {
        return wide(width) ? PAD : NARROW_PAD;
    }

    private Color known(double value) {
        return Double.isNaN(value) ? palette.low() : palette.text();
    }

    /** Figures stand clear of each other, the widest rate included; names give way to codes before figures do. */
    private Columns columns(Pen pen, double width, List<FundingRow> rows) {
        double rate = pen.width(Numbers.percent(-0.000003, 4), figure);
        double names = 0;
        double per = 0;
        for (FundingRow row : rows) {
            if (row.figures() != null) {
                names = Math.max(names, pen.width(row.venue().title(), name));
                String unusual = FundingWords.unusual(row.figures().terms().intervalMillis());
                per = Math.max(per, unusual.isEmpty() ? 0 : NARROW_GAP + pen.width(unusual, label));
            }
        }
        double settled;
        double predicted;
        double end = width - left(width);
        double year = width >= WIDEST ? end - 48 : end;
        double countdown = pen.width("00:00:00", figure);
        double next = wide(width) ? year - pen.width(Numbers.percent(-0.111, 1), figure) - GAP : end;
        if (wide(width)) {
            predicted = next - countdown - EVERY - GAP;
            settled = predicted - rate - GAP;
        } else {
            predicted = end - countdown - NEXT_GAP - per;
            settled = predicted - rate - NARROW_GAP - per;
        }
        boolean titles = left(width) + mark(width) + names + NARROW_GAP <= settled - rate;
        return new Columns(settled, predicted, next - countdown - GAP, next, year, end, titles);
    }

    /**
     * Right edges.
     *
     * @param titles whether there is room for the venues' names
     */
    private record Columns(
            double settled, double predicted, double every, double next, double year, double pays, boolean titles) {}
}
