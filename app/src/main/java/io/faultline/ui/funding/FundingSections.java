package io.faultline.ui.funding;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Instrument;
import io.faultline.market.Venue;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;

/** Draws what stands under the table of rates, section after section, of the own venue and in sums over all. */
final class FundingSections {
    private final Shared axes;
    private final Pen pen;
    private final FundingPainter painter;
    private final InterestPainter interests;
    private final AsymmetryPainter asymmetry;
    private final FlowPainter flows;

    FundingSections(Shared axes, Palette palette, Pen pen) {
        this.axes = axes;
        this.pen = pen;
        FundingPlots plots = new FundingPlots(palette);
        painter = new FundingPainter(palette, plots);
        interests = new InterestPainter(palette, plots);
        asymmetry = new AsymmetryPainter(palette);
        flows = new FlowPainter(palette);
    }

    /** A plot as it was drawn, and how its values are written. */
    record Plotted(PlotFrame frame, Series series, FundingPlots.Label words) {}

    /**
     * What is drawn.
     *
     * @param own the venue whose own figures are shown
     * @param now those figures
     * @param venues all of the table, in their usual order
     */
    record Shown(DeskView view, VenueView own, FundingFigures now, List<Venue> venues, long nowNanos) {}

    void words(double width, FundingLayout layout, List<FundingRow> rows, long nowNanos) {
        painter.words(pen, width, layout, rows, nowNanos);
    }

    /** Draws the sections that there is room for; gives their plots. */
    List<Plotted> draw(Shown shown, FundingLayout layout, double width) {
        VenueView own = shown.own();
        FundingFigures now = shown.now();
        List<VenueView> asked = axes.venues().asked(shown.view());
        List<Plotted> plotted = new ArrayList<>();
        if (FundingLayout.shows(layout.settlements())) {
            String whose = layout.several() ? own.instrument().venue().title() : "";
            PlotFrame frame = painter.settlements(
                    pen, width, layout, now, whose, own.history().settlements(), shown.nowNanos());
            plotted.add(new Plotted(frame, painter.settled, rate -> Numbers.percent(rate, 4)));
        }
        Instrument listing = own.listing();
        Positions positions = Positions.of(asked, shown.nowNanos(), axes.time().spanNanos());
        PlotFrame interest = interests.interest(
                pen,
                width,
                layout,
                now.interest(),
                positions,
                shown.venues(),
                listing == null ? "base" : listing.base(),
                own.history().openInterest(),
                shown.nowNanos());
        plotted.add(new Plotted(interest, interests.interest, coins -> Numbers.price(coins, 0)));
        LiquidationControl chosen = axes.liquidations();
        double distance = chosen.timeframe().distances().outerBound();
        asymmetry.draw(
                pen, width, layout.asymmetry(), chosen.masses(shown.view().grid()), distance);
        if (FundingLayout.shows(layout.flow())) {
            flows.flow(pen, width, layout, positions, shown.venues());
        }
        if (FundingLayout.shows(layout.prices())) {
            int decimals = listing == null ? 2 : listing.priceScale();
            PlotFrame frame = painter.prices(
                    pen, width, layout, now.prices(), decimals, own.history().marks(), axes.time());
            plotted.add(new Plotted(frame, painter.premium, bps -> FundingPainter.signed(bps) + " bp"));
        }
        if (FundingLayout.shows(layout.volume())) {
            FundingFigures.Volume volume = volume(asked, now.volume());
            flows.volume(pen, width, layout, volume, layout.several() ? saying(asked) : 0);
        }
        return plotted;
    }

    /** Of all venues that say it, as old as the own venue's. */
    private static FundingFigures.Volume volume(List<VenueView> asked, FundingFigures.Volume own) {
        double sum = 0;
        for (VenueView venue : asked) {
            sum += venue.stats() == null ? 0 : venue.stats().volumeQuote().doubleValue();
        }
        return saying(asked) == 0 ? own : new FundingFigures.Volume(sum, own.ageNanos());
    }

    private static int saying(List<VenueView> asked) {
        return (int) asked.stream().filter(venue -> venue.stats() != null).count();
    }
}
