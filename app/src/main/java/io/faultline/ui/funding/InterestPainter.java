package io.faultline.ui.funding;

import io.faultline.desk.History;
import io.faultline.desk.Positioning;
import io.faultline.desk.TimeLog;
import io.faultline.market.Venue;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws open interest: its sum and changes, each venue's share, and its plot. */
final class InterestPainter {
    private static final long HOUR = 3_600_000_000_000L;
    private static final double PAD = 10;

    private final Palette palette;
    private final FundingPlots plots;
    private final Font title = Type.semiBold(Type.FIGURE);
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Font label = Type.regular(Type.LABEL);
    final Series interest = new Series();

    InterestPainter(Palette palette, FundingPlots plots) {
        this.palette = palette;
        this.plots = plots;
    }

    PlotFrame interest(
            Pen pen,
            double width,
            FundingLayout layout,
            FundingFigures.Interest figures,
            Positions positions,
            List<Venue> venues,
            String base,
            TimeLog<History.OpenInterestSample> log,
            long now) {
        double top = layout.interest();
        pen.horizontal(palette.line(), 0, width, top);
        Color ink =
                FundingPainter.stale(figures.ageNanos(), FundingWords.INTEREST_STALE) ? palette.low() : palette.text();
        pen.left("Open interest", title, palette.mid(), PAD, top + 17);
        boolean several = layout.several();
        double total = several ? positions.day().openInterestUsd() : figures.usd();
        Color totalInk = several ? palette.text() : ink;
        String usd = Double.isNaN(total) ? "–" : Numbers.usd(total);
        pen.right(usd, strong, totalInk, width - PAD, top + 17);
        String amount = Double.isNaN(figures.base()) ? "–" : Numbers.price(figures.base(), 0) + " " + base;
        int missing = positions.day().missing().size();
        String note = several
                ? missing == 0
                        ? ""
                        : "without " + FundingTable.codes(positions.day().missing())
                : amount;
        pen.right(note, label, palette.low(), width - PAD - pen.width(usd, strong) - 10, top + 17);
        double baseline = top + 17 + FundingLayout.LINE;
        double x = change(pen, "1 h", several ? positions.hour().change() : figures.hour(), PAD, baseline);
        x = change(pen, "24 h", several ? positions.day().change() : figures.day(), x + 10, baseline);
        if (several) {
            String without = positions.day().withoutWords();
            pen.left(without, label, palette.warn(), x + 6, baseline);
            String over = "over " + positions.window();
            if (x + 6 + pen.width(without, label) + 12 + pen.width(over, label) <= width - PAD) {
                pen.right(over, label, palette.low(), width - PAD, baseline);
            }
            if (layout.shares()) {
                shares(pen, width, layout.sharesTop(), positions.chosen(), venues);
            }
        } else {
            pen.left(FundingWords.missing(figures), label, palette.low(), x + 10, baseline);
            String stale = FundingWords.stale(figures.ageNanos(), FundingWords.INTEREST_STALE);
            pen.right(stale, label, palette.warn(), width - PAD, baseline);
        }
        interest.clear();
        for (long i = log.firstAfter(now - 24 * HOUR, History.OpenInterestSample::timeNanos); i < log.end(); i++) {
            History.OpenInterestSample sample = log.get(i);
            if (sample != null && sample.timeNanos() <= now) {
                interest.add(sample.timeNanos(), sample.base());
            }
        }
        long from = interest.size() < 2 ? now - HOUR : interest.time(0);
        PlotFrame frame =
                FundingPlots.fitted(width, layout.interestTop(), layout.interestPlot(), from, now, interest, 1);
        if (layout.interestPlot() > 0) {
            plots.plot(pen, frame, interest, palette.practice(), Numbers::usd, "no history yet");
        }
        return frame;
    }

    /** A line a venue: its name, a bar, USD, its share of all, and its change. */
    private void shares(Pen pen, double width, double top, Positioning all, List<Venue> venues) {
        double right = width - PAD;
        double barLeft = PAD + 58;
        double barRight = Math.max(barLeft, right - 128);
        double largest = 0;
        for (Positioning.Share share : all.venues()) {
            largest = Math.max(largest, Double.isNaN(share.usd()) ? 0 : share.usd());
        }
        double y = top;
        for (Venue venue : venues) {
            Positioning.Share share = share(all, venue);
            double baseline = y + 13;
            boolean known = !Double.isNaN(share.usd());
            Color ink = known ? palette.text() : palette.low();
            pen.left(share.venue().title(), figure, known ? palette.mid() : palette.low(), PAD, baseline);
            if (known && largest > 0) {
                double bar = Math.max(1, (barRight - barLeft) * share.usd() / largest);
                pen.fill(palette.practice().deriveColor(0, 1, 1, 0.55), barLeft, y + 3, bar, 11);
            }
            pen.right(known ? Numbers.usd(share.usd()) : "–", figure, ink, right - 82, baseline);
            String part = known ? Numbers.percent(share.usd() / all.openInterestUsd(), 0) : "–";
            pen.right(part, figure, palette.low(), right - 48, baseline);
            String text = known ? orUnknown(share.change()) : "–";
            pen.right(text, figure, FundingTones.of(palette, share.change()), right, baseline);
            y += FundingLayout.LINE;
        }
    }

    /** What is known of that venue; of one that is off that is nothing. */
    static Positioning.Share share(Positioning all, Venue venue) {
        return all.venues().stream()
                .filter(share -> share.venue() == venue)
                .findFirst()
                .orElseGet(() -> new Positioning.Share(
                        venue, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN));
    }

    private static String orUnknown(double change) {
        return Double.isNaN(change) ? "?" : Numbers.change(change, 1);
    }

    private double change(Pen pen, String window, double change, double x, double baseline) {
        pen.left(window, label, palette.low(), x, baseline);
        double at = x + pen.width(window, label) + 5;
        String text = orUnknown(change);
        pen.left(text, figure, FundingTones.of(palette, change), at, baseline);
        return at + pen.width(text, figure);
    }
}
