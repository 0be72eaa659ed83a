package io.faultline.ui.funding;

import io.faultline.desk.History;
import io.faultline.desk.Positioning;
import io.faultline.desk.TimeLog;
import io.faultline.market.FundingSettlement;
import io.faultline.market.Venue;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws what stands under the table: words, prices, open interest, volume, and the plot of each. */
final class FundingPainter {
    static final long WEEK = 7 * 86_400_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;
    private static final double PAD = 10;
    private static final double AXIS = 46;

    private final Palette palette;
    private final FundingPlots plots;
    private final Font title = Type.semiBold(Type.FIGURE);
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Font label = Type.regular(Type.LABEL);
    final Series settled = new Series();
    final Series premium = new Series();
    final Series interest = new Series();

    FundingPainter(Palette palette) {
        this.palette = palette;
        plots = new FundingPlots(palette);
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
        PlotFrame frame = frame(width, layout.settlementsTop(), layout.settlementsPlot(), now - WEEK, now, low, high);
        if (layout.settlementsPlot() > 0) {
            if (settled.size() == 0) {
                empty(pen, frame, "no settlement seen yet");
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
        PlotFrame frame = fitted(
                width, layout.premiumTop(), layout.premiumPlot(), time.startNanos(), time.endNanos(), premium, 0.5);
        if (layout.premiumPlot() > 0) {
            plot(pen, frame, premium, palette.replay(), FundingPainter::signed, "no mark and index in view");
        }
        return frame;
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
        Color ink = stale(figures.ageNanos(), FundingWords.INTEREST_STALE) ? palette.low() : palette.text();
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
            pen.right("over " + positions.window(), label, palette.low(), width - PAD, baseline);
            shares(pen, width, layout.sharesTop(), positions.chosen(), venues);
        } else {
            pen.left(FundingWords.missing(figures), label, palette.low(), x + 10, baseline);
            String stale = FundingWords.stale(figures.ageNanos(), FundingWords.INTEREST_STALE);
            pen.right(stale, label, palette.warn(), width - PAD, baseline);
        }
        interest.clear();
        for (long i = log.begin(); i < log.end(); i++) {
            History.OpenInterestSample sample = log.get(i);
            if (sample != null && sample.timeNanos() >= now - 24 * HOUR && sample.timeNanos() <= now) {
                interest.add(sample.timeNanos(), sample.base());
            }
        }
        long from = interest.size() < 2 ? now - HOUR : interest.time(0);
        PlotFrame frame = fitted(width, layout.interestTop(), layout.interestPlot(), from, now, interest, 1);
        if (layout.interestPlot() > 0) {
            plot(pen, frame, interest, palette.practice(), Numbers::usd, "no history yet");
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
            String text = Numbers.change(share.change(), 1);
            pen.right(text, figure, tone(share.change()), right, baseline);
            y += FundingLayout.LINE;
        }
    }

    /** What is known of that venue; of one that is off that is nothing. */
    private static Positioning.Share share(Positioning all, Venue venue) {
        return all.venues().stream()
                .filter(share -> share.venue() == venue)
                .findFirst()
                .orElseGet(() -> new Positioning.Share(
                        venue, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN));
    }

    private Color tone(double change) {
        return Double.isNaN(change) || change == 0 ? palette.low() : change > 0 ? palette.ok() : palette.ask();
    }

    /** Cumulative volume delta since that many venues began to be heard. */
    void flow(Pen pen, double width, FundingLayout layout, Positions positions, List<Venue> venues) {
        double top = layout.flow();
        pen.horizontal(palette.line(), 0, width, top);
        Positioning all = positions.chosen();
        boolean whole = !Double.isNaN(all.cvdUsd());
        pen.left(whole ? "CVD " + positions.window() : "CVD since start", title, palette.mid(), PAD, top + 17);
        double total = all.venues().isEmpty() ? Double.NaN : 0;
        for (Positioning.Share share : all.venues()) {
            total += share.cvdSinceStartUsd();
        }
        double shown = whole ? all.cvdUsd() : total;
        pen.right(signedUsd(shown), strong, tone(shown), width - PAD, top + 17);
        if (!layout.several()) {
            return;
        }
        double half = width / 2;
        for (int i = 0; i < venues.size(); i++) {
            Positioning.Share share = share(all, venues.get(i));
            // Without open interest nothing is said of the symbol there, and no trade is none.
            boolean silent = Double.isNaN(share.usd()) && share.cvdSinceStartUsd() == 0;
            double value = silent ? Double.NaN : whole ? share.cvdUsd() : share.cvdSinceStartUsd();
            double baseline = top + 17 + FundingLayout.LINE * (1 + i / 2);
            double left = i % 2 == 0 ? PAD : half + 4;
            double right = i % 2 == 0 ? half - 8 : width - PAD;
            pen.left(share.venue().title(), label, palette.low(), left, baseline);
            pen.right(signedUsd(value), figure, tone(value), right, baseline);
        }
    }

    /** A flow with its sign. */
    static String signedUsd(double usd) {
        return Double.isNaN(usd) ? "–" : (usd > 0 ? "+" : "") + Numbers.usd(usd);
    }

    /** @param venues how many are in the sum; 0 where it is one venue's own */
    void volume(Pen pen, double width, FundingLayout layout, FundingFigures.Volume volume, int venues) {
        double top = layout.volume();
        pen.horizontal(palette.line(), 0, width, top);
        boolean stale = stale(volume.ageNanos(), FundingWords.VOLUME_STALE);
        Color ink = stale ? palette.low() : palette.text();
        pen.left("Volume 24 h", title, palette.mid(), PAD, top + 17);
        note(pen, PAD + 76, top + 17, volume.ageNanos(), FundingWords.VOLUME_STALE);
        String usd = Double.isNaN(volume.quote()) ? "–" : Numbers.usd(volume.quote());
        pen.right(usd, strong, ink, width - PAD, top + 17);
        if (venues > 1 && !stale) {
            pen.right(venues + " venues", label, palette.low(), width - PAD - pen.width(usd, strong) - 8, top + 17);
        }
    }

    private void plot(Pen pen, PlotFrame frame, Series series, Color colour, FundingPlots.Label unit, String nothing) {
        if (series.size() < 2) {
            empty(pen, frame, nothing);
        } else {
            plots.line(pen, frame, series, colour, unit);
        }
    }

    private void empty(Pen pen, PlotFrame frame, String words) {
        pen.frame(palette.line(), PAD, frame.top(), frame.right() - PAD, frame.height());
        pen.centre(words, label, palette.low(), (PAD + frame.right()) / 2, frame.top() + frame.height() / 2 + 4);
    }

    private double change(Pen pen, String window, double change, double x, double baseline) {
        pen.left(window, label, palette.low(), x, baseline);
        double at = x + pen.width(window, label) + 5;
        String text = Numbers.change(change, 1);
        pen.left(text, figure, tone(change), at, baseline);
        return at + pen.width(text, figure);
    }

    private void note(Pen pen, double x, double baseline, long age, long limit) {
        pen.left(FundingWords.stale(age, limit), label, palette.warn(), x, baseline);
    }

    private static boolean stale(long age, long limit) {
        return age < 0 || age > limit;
    }

    /** Basis points with their sign. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + Numbers.price(value, 1);
    }

    private static PlotFrame fitted(
            double width, double top, double height, long from, long to, Series series, double least) {
        if (series.size() == 0) {
            return frame(width, top, height, from, to, 0, 1);
        }
        double middle = (series.max() + series.min()) / 2;
        double half = Math.max(least, (series.max() - series.min()) / 2 * 1.05);
        return frame(width, top, height, from, to, middle - half, middle + half);
    }

    private static PlotFrame frame(
            double width, double top, double height, long from, long to, double low, double high) {
        return new PlotFrame(AXIS, top, Math.max(1, width - AXIS - PAD), height, from, to, low, high);
    }
}
