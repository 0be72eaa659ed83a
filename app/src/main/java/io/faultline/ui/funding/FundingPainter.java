package io.faultline.ui.funding;

import io.faultline.desk.History;
import io.faultline.desk.TimeLog;
import io.faultline.market.FundingSettlement;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the words under the table, and settlements and premium with their plots. */
final class FundingPainter {
    static final long WEEK = 7 * 86_400_000_000_000L;
    private static final double PAD = 10;

    private final Palette palette;
    private final FundingPlots plots;
    private final Font title = Type.semiBold(Type.FIGURE);
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Font label = Type.regular(Type.LABEL);
    final Series settled = new Series();
    final Series premium = new Series();

    FundingPainter(Palette palette, FundingPlots plots) {
        this.palette = palette;
        this.plots = plots;
    }

    void words(Pen pen, double width, FundingLayout layout, List<FundingRow> rows, long nowNanos) {
        double y = layout.words() + 15;
        FundingFigures figures = rows.get(0).figures();
        if (layout.several()) {
            boolean wide = FundingTable.wide(width);
            String name = wide
                    ? rows.get(0).venue().title() + ": "
                    : rows.get(0).venue().code() + ": ";
            String own = figures == null
                    ? rows.get(0).words()
                    : wide ? FundingWords.whoPays(figures.rates(), nowNanos) : FundingWords.whoPays(figures.rates());
            pen.left(pen.fitted(name + own, strong, width - 2 * PAD), strong, palette.text(), PAD, y);
            String payers = FundingWords.payers(rows);
            double second = y + FundingLayout.LINE;
            pen.left(pen.fitted(payers, label, width - 2 * PAD), label, palette.mid(), PAD, second);
            String terms =
                    FundingWords.whole(FundingWords.terms(rows), text -> pen.width(text, label) <= width - 2 * PAD);
            pen.left(terms, label, palette.low(), PAD, second + FundingLayout.LINE - 1);
            return;
        }
        if (figures == null) {
            pen.left(pen.fitted(rows.get(0).words(), strong, width - 2 * PAD), strong, palette.low(), PAD, y);
            return;
        }
        Color ink = stale(figures.rates().ageNanos(), figures.rates().limitNanos()) ? palette.low() : palette.text();
        pen.left(
                pen.fitted(FundingWords.whoPays(figures.rates(), nowNanos), strong, width - 2 * PAD),
                strong,
                ink,
                PAD,
                y);
        String terms = FundingWords.terms(figures.terms());
        boolean doubt = figures.terms().byDefault();
        pen.left(
                pen.fitted(terms, label, width - 2 * PAD),
                label,
                doubt ? palette.warn() : palette.low(),
                PAD,
                y + FundingLayout.LINE - 1);
    }

    PlotFrame settlements(
            Pen pen,
            double width,
            FundingLayout layout,
            FundingFigures figures,
            String whose,
            TimeLog<FundingSettlement> log,
            long now) {
        double top = layout.settlements();
        pen.horizontal(palette.line(), 0, width, top);
        long interval = figures.terms().intervalMillis();
        String every = interval > 0 ? "per " + FundingWords.interval(interval) : "a settlement";
        pen.left("Funding % " + every + ", 7 d", title, palette.mid(), PAD, top + 17);
        pen.right(whose, label, palette.low(), width - PAD, top + 17);
        settled.clear();
        for (long i = log.begin(); i < log.end(); i++) {
            FundingSettlement settlement = log.get(i);
            if (settlement != null && settlement.settledMillis() * 1_000_000 >= now - WEEK) {
                settled.add(
                        settlement.settledMillis() * 1_000_000,
                        settlement.rate().doubleValue());
            }
        }
        double most = settled.size() == 0 ? 0 : settled.max();
        double least = settled.size() == 0 ? 0 : settled.min();
        double high = most > 0 ? FundingPlots.nice(most) : 0;
        double low = least < 0 ? -FundingPlots.nice(-least) : 0;
        if (high == 0 && low == 0) {
            high = 0.0001;
        }
        PlotFrame frame = FundingPlots.frame(
                width, layout.settlementsTop(), layout.settlementsPlot(), now - WEEK, now, low, high);
        if (layout.settlementsPlot() > 0) {
            if (settled.size() == 0) {
                plots.empty(pen, frame, "no settlement seen yet");
            } else {
                plots.settlements(pen, frame, settled);
            }
        }
        return frame;
    }

    PlotFrame prices(
            Pen pen,
            double width,
            FundingLayout layout,
            FundingFigures.Prices prices,
            int decimals,
            TimeLog<History.MarkSample> log,
            TimeAxis time) {
        double top = layout.prices();
        pen.horizontal(palette.line(), 0, width, top);
        Color ink = stale(prices.ageNanos(), FundingWords.RATES_STALE) ? palette.low() : palette.text();
        pen.left("Premium", title, palette.mid(), PAD, top + 17);
        note(pen, PAD + 54, top + 17, prices.ageNanos(), FundingWords.RATES_STALE);
        String bps = Double.isNaN(prices.premiumBps()) ? "–" : signed(prices.premiumBps()) + " bp";
        pen.right(bps, strong, ink, width - PAD, top + 17);
        double baseline = top + 17 + FundingLayout.LINE;
        double half = width / 2;
        pen.left("mark", label, palette.low(), PAD, baseline);
        pen.right(Numbers.price(prices.mark(), decimals), figure, ink, half - 8, baseline);
        pen.left("index", label, palette.low(), half + 4, baseline);
        pen.right(Numbers.price(prices.index(), decimals), figure, ink, width - PAD, baseline);
        premium.clear();
        for (long i = log.begin(); i < log.end(); i++) {
            History.MarkSample sample = log.get(i);
            if (sample != null && sample.timeNanos() >= time.startNanos() && sample.timeNanos() <= time.endNanos()) {
                premium.add(sample.timeNanos(), FundingMaths.premiumBps(sample.mark(), sample.index()));
            }
        }
        PlotFrame frame = FundingPlots.fitted(
                width, layout.premiumTop(), layout.premiumPlot(), time.startNanos(), time.endNanos(), premium, 0.5);
        if (layout.premiumPlot() > 0) {
            plots.plot(pen, frame, premium, palette.replay(), FundingPainter::signed, "no mark and index in view");
        }
        return frame;
    }

    private void note(Pen pen, double x, double baseline, long age, long limit) {
        pen.left(FundingWords.stale(age, limit), label, palette.warn(), x, baseline);
    }

    /** Whether a figure of that age is old; −1 is the age of none. */
    static boolean stale(long age, long limit) {
        return age < 0 || age > limit;
    }

    /** Basis points with their sign. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + Numbers.price(value, 1);
    }
}
