package io.faultline.ui.heatmap;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tooltip says of a cell of the liquidation layer: the three figures side by side, who would be liquidated, of which
 * leverage and where, and since when. A cell of the past is read from its column at once, and in full when the grids of that
 * moment have been computed.
 */
final class MassReading {
    /** The grids of a moment and the column of it may differ by what was swept or opened while the column lasted. */
    private static final double AGREE = 0.25;

    private static final double LEAST_USD = 1_000;

    /** The other side is worth a line from this share on. */
    private static final double WORTH_A_LINE = 0.05;

    private final LiquidationControl control;
    private final MassColumns columns;
    private final MassNow now;

    MassReading(LiquidationControl control, MassColumns columns, MassNow now) {
        this.control = control;
        this.columns = columns;
        this.now = now;
    }

    /** A side of a bin. Its masses by band and venue are empty where only the sum is known. */
    private record Side(MassAt mass, boolean exact) {
        double usd() {
            return mass.figures().atRiskUsd();
        }
    }

    CellReading at(Frame frame, long nanos, double price) {
        int bin = Bins.of(Math.max(price, Double.MIN_NORMAL));
        long millis = nanos / 1_000_000;
        HeatColumn newest = columns.newest();
        boolean isNow = (newest != null && millis >= newest.startMillis()) || nanos >= frame.nowNanos();
        HeatColumn column = isNow ? newest : columns.at(millis);
        int decimals = decimals(price, frame.decimals());
        String range =
                Numbers.price(Bins.lowerEdge(bin), decimals) + "–" + Numbers.price(Bins.lowerEdge(bin + 1), decimals);
        if (column == null) {
            List<String> lines = new ArrayList<>(List.of(nanos > frame.nowNanos() ? "not yet" : "no data", ""));
            distance(lines, frame, price);
            return new CellReading(Times.full(nanos), "", range, lines);
        }
        boolean asked = !isNow && newest != null && column.endMillis() < newest.startMillis();
        List<GridSnapshot> then = asked ? control.gridsAt(column.endMillis(), now.grid()) : null;
        boolean coming = asked && then == null;
        List<GridSnapshot> grids = isNow ? now.grids() : then == null ? List.of() : then;
        Side longs = side(PositionSide.LONG, bin, column, isNow, grids);
        Side shorts = side(PositionSide.SHORT, bin, column, isNow, grids);
        boolean moreLongs = longs.usd() > shorts.usd();
        Side main = moreLongs ? longs : shorts;
        Side other = moreLongs ? shorts : longs;
        String cell = isNow ? "now" : Times.length(1_000_000 * (column.endMillis() - column.startMillis())) + " × 5 bp";
        List<String> lines = new ArrayList<>();
        figures(lines, main);
        if (other.usd() > WORTH_A_LINE * main.usd()) {
            lines.add("and " + word(other.mass().side()));
            lines.add(now.figure(other.usd()));
        }
        if (main.usd() > 0) {
            lines.add("there since");
            lines.add(since(main.mass().side(), bin, millis));
        }
        distance(lines, frame, price);
        if (column.startMillis() < now.grid().liveSinceMillis()) {
            lines.add("rests on");
            lines.add("history, coarse");
        }
        boolean any = main.usd() > 0;
        return new CellReading(
                Times.full(isNow ? frame.nowNanos() : nanos),
                cell,
                range,
                any ? main.mass().side() : null,
                any
                        ? word(main.mass().side())
                                + (main.mass().side() == PositionSide.LONG ? ", forced sell" : ", forced buy")
                        : "nothing modelled",
                lines,
                main.mass().byBand(),
                foot(main, column, bin, coming));
    }

    /** As many decimals as tell bins apart, at most those of the tick. */
    static int decimals(double price, int ofTick) {
        double needed = Math.ceil(-Math.log10(Math.max(price, Double.MIN_NORMAL) * Bins.WIDTH)) + 1;
        return (int) Math.max(0, Math.min(ofTick, needed));
    }

    private static String word(PositionSide side) {
        return side == PositionSide.LONG ? "longs" : "shorts";
    }

    private Side side(PositionSide side, int bin, HeatColumn column, boolean isNow, List<GridSnapshot> grids) {
        Basis basis = columns.choice().basis();
        double share = basis == Basis.AT_RISK ? 1 : now.reportedShare(side);
        double painted = share > 0 ? column.usd(side, bin) / share : 0;
        if (!grids.isEmpty()) {
            MassAt exact = MassAt.of(grids, now.grids(), columns.choice().selection(), side, bin, bin);
            double differs = Math.abs(exact.figures().atRiskUsd() - painted);
            if (isNow || differs <= AGREE * Math.max(painted, LEAST_USD)) {
                return new Side(exact, true);
            }
        }
        Figures figures = now.estimate(side, painted);
        return new Side(new MassAt(side, figures, new EnumMap<>(Tier.Band.class), Map.of()), false);
    }

    private void figures(List<String> lines, Side main) {
        Figures figures = main.mass().figures();
        String about = main.exact() ? "" : "≈ ";
        boolean measured = columns.choice().basis() == Basis.AT_RISK;
        lines.add("at risk");
        lines.add((measured ? "" : about) + now.figure(figures.atRiskUsd()));
        lines.add("discounted " + Numbers.percent(-control.discount(), 0));
        lines.add((measured ? "" : about) + now.figure(figures.discountedUsd(control.discount())));
        lines.add("expected forced");
        lines.add(about + band(figures.expected()));
    }

    /** {@code 2.41M (1.10M–4.32M, 80 %)}. */
    private String band(ForcedFlow flow) {
        return now.figure(flow.meanUsd()) + " (" + now.figure(flow.lowUsd()) + "–" + now.figure(flow.highUsd())
                + ", 80\u00a0%)";
    }

    private String since(PositionSide side, int bin, long millis) {
        long since = columns.heldSince(side, bin, millis);
        if (since <= columns.startMillis()) {
            return "before " + Times.moment(since, millis);
        }
        return Times.moment(since, millis);
    }

    private static void distance(List<String> lines, Frame frame, double price) {
        if (Double.isFinite(frame.last())) {
            lines.add("from last");
            lines.add(Numbers.change(price / frame.last() - 1, 2));
        }
    }

    private List<String> foot(Side main, HeatColumn column, int bin, boolean coming) {
        List<String> foot = new ArrayList<>();
        if (main.mass().byBand().isEmpty()) {
            Tier.@Nullable Band largest = column.largest(bin);
            if (largest != null && main.usd() > 0) {
                foot.add("mostly " + TierColours.title(largest) + (coming ? "; the rest is being computed" : ""));
            }
            return foot;
        }
        StringBuilder tiers = new StringBuilder();
        main.mass()
                .byBand()
                .forEach((band, usd) -> tiers.append(tiers.isEmpty() ? "" : "  ")
                        .append(TierColours.title(band))
                        .append(' ')
                        .append(now.figure(usd)));
        foot.add(tiers.toString());
        foot.add(main.mass().venueShares());
        return foot;
    }
}
