package io.faultline.ui;

import io.faultline.desk.GridView;
import io.faultline.desk.Views;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.SyntheticMarket;
import io.faultline.market.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the liquidation model says of a made-up market of 37 days; the same for the same arguments. */
public final class Modelled {
    private static final long STEP = 60_000;

    private Modelled() {}

    /** A grid a venue, all marked at that price. */
    public static List<GridSnapshot> grids(double mark, Venue... venues) {
        SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        long seed = 3;
        long now = SyntheticMarket.NOW;
        for (Venue venue : venues) {
            List<GridBar> bars = new SyntheticMarket(seed++).history();
            double factor = mark / bars.get(bars.size() - 1).close();
            grid.open(venue, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
            grid.learn(venue, bars.stream().map(bar -> scaled(bar, factor)).toList(), Set.of(GridFlag.BOOTSTRAP));
        }
        for (Venue venue : venues) {
            grid.mark(venue, now + STEP, mark);
        }
        return grid.snapshots(now + STEP);
    }

    public static GridView view(double mark, Venue... venues) {
        Map<Venue, GridView.Standing> standing = new EnumMap<>(Venue.class);
        for (Venue venue : venues) {
            standing.put(venue, new GridView.Standing(Set.of(GridFlag.BOOTSTRAP), LocalDate.of(2024, 11, 1)));
        }
        return new GridView(
                grids(mark, venues),
                standing,
                GridView.Heat.NONE,
                Views.log(new ArrayList<>()),
                ModelParameters.DEFAULT,
                SyntheticMarket.NOW - 37 * SyntheticMarket.DAY,
                SyntheticMarket.NOW);
    }

    private static GridBar scaled(GridBar bar, double factor) {
        return new GridBar(
                bar.startMillis(),
                bar.seconds(),
                bar.open() * factor,
                bar.high() * factor,
                bar.low() * factor,
                bar.close() * factor,
                bar.markLow() * factor,
                bar.markHigh() * factor,
                bar.markClose() * factor,
                bar.buyUsd(),
                bar.sellUsd(),
                bar.openInterest(),
                bar.forcedLongUsd(),
                bar.forcedShortUsd());
    }
}
