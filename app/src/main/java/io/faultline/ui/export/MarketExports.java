package io.faultline.ui.export;

import io.faultline.desk.Bar;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.Tier;
import io.faultline.market.FundingSettlement;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The market as data: the profile of now, the columns and bars in view, liquidations, funding. */
public final class MarketExports {
    private static final double LEAST_USD = 1;

    private MarketExports() {}

    /** A stretch of time and price. */
    private record Range(long fromNanos, long toNanos, double low, double high) {}

    /** Adds them; time and prices in view are those of the axes when an export is taken. */
    public static void addTo(Exports exports, Shared axes) {
        exports.add(new Export("profile", "Profile of now, by price, tier, venue", pulse -> {
            List<GridSnapshot> grids = pulse.view().grid().counted();
            return () -> profile(grids);
        }));
        exports.add(new Export("columns", "Heatmap columns in view", pulse -> {
            GridView.Heat heat = pulse.view().grid().heat();
            Range range = range(axes);
            return () -> columns(heat, range);
        }));
        exports.add(new Export("bars", "Bars in view", pulse -> {
            List<TimeLog<Bar>> logs = pulse.view().history().bars();
            Range range = range(axes);
            return () -> bars(logs, range);
        }));
        exports.add(new Export("liquidations", "Reported liquidations", pulse -> {
            DeskView view = pulse.view();
            return () -> liquidations(view);
        }));
        exports.add(new Export("funding", "Funding, settled and predicted", pulse -> {
            DeskView view = pulse.view();
            return () -> funding(view);
        }));
    }

    private static Range range(Shared axes) {
        return new Range(
                axes.time().startNanos(),
                axes.time().endNanos(),
                axes.price().low(),
                axes.price().high());
    }

    private static void add(List<List<@Nullable Object>> rows, @Nullable Object... cells) {
        rows.add(Arrays.asList(cells));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static String side(PositionSide side) {
        return side == PositionSide.LONG ? "long" : "short";
    }

    static Sheet profile(List<GridSnapshot> grids) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (GridSnapshot grid : grids) {
            for (PositionSide side : PositionSide.values()) {
                for (Tier tier : Tier.values()) {
                    for (int bin = grid.base(); bin < grid.base() + Bins.COUNT; bin++) {
                        double usd = grid.massUsd(side, tier, bin);
                        if (usd >= LEAST_USD) {
                            add(
                                    rows,
                                    grid.venue().id(),
                                    side(side),
                                    tier.leverage(),
                                    Bins.lowerEdge(bin),
                                    Bins.lowerEdge(bin + 1),
                                    usd,
                                    grid.expect(side, usd).meanUsd(),
                                    grid.mark(),
                                    Instant.ofEpochMilli(grid.exchangeMillis()));
                        }
                    }
                }
            }
        }
        return new Sheet(
                "profile",
                List.of(
                        "venue",
                        "side",
                        "leverage",
                        "low_price",
                        "high_price",
                        "at_risk_usd",
                        "expected_forced_usd",
                        "mark_price",
                        "as_of_utc"),
                rows);
    }

    private static Sheet columns(GridView.Heat heat, Range range) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        heat.past().forEach(column -> column(rows, heat, column, range));
        if (heat.forming() != null) {
            column(rows, heat, heat.forming(), range);
        }
        return new Sheet(
                "columns",
                List.of(
                        "start_utc",
                        "end_utc",
                        "low_price",
                        "high_price",
                        "longs_usd",
                        "shorts_usd",
                        "largest_tier",
                        "basis",
                        "positions"),
                rows);
    }

    private static void column(List<List<@Nullable Object>> rows, GridView.Heat heat, HeatColumn column, Range range) {
        boolean inView = column.endMillis() * 1_000_000 > range.fromNanos()
                && column.startMillis() * 1_000_000 < range.toNanos();
        if (!inView) {
            return;
        }
        int last = Math.min(column.base() + Bins.COUNT - 1, Bins.of(range.high()));
        for (int bin = Math.max(column.base(), Bins.of(Math.max(range.low(), Double.MIN_NORMAL))); bin <= last; bin++) {
            double longs = column.usd(PositionSide.LONG, bin);
            double shorts = column.usd(PositionSide.SHORT, bin);
            if (longs + shorts >= LEAST_USD) {
                Tier.Band band = column.largest(bin);
                add(
                        rows,
                        Instant.ofEpochMilli(column.startMillis()),
                        Instant.ofEpochMilli(column.endMillis()),
                        Bins.lowerEdge(bin),
                        Bins.lowerEdge(bin + 1),
                        longs,
                        shorts,
                        band == null ? null : band.name().substring(1) + "x",
                        heat.choice().basis().name(),
                        heat.choice().lookBack().name());
            }
        }
    }

    private static Sheet bars(List<TimeLog<Bar>> logs, Range range) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        TimeLog<Bar> log = covering(logs, range.fromNanos());
        for (long i = log == null ? 0 : log.begin(); log != null && i < log.end(); i++) {
            Bar bar = log.get(i);
            if (bar != null
                    && bar.startNanos() + bar.lengthNanos() > range.fromNanos()
                    && bar.startNanos() < range.toNanos()) {
                add(
                        rows,
                        instant(bar.startNanos()),
                        bar.lengthNanos() / 1_000_000_000L,
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.buyUsd(),
                        bar.sellUsd());
            }
        }
        return new Sheet(
                "bars",
                List.of(
                        "start_utc",
                        "length_s",
                        "open_price",
                        "high_price",
                        "low_price",
                        "close_price",
                        "taker_buys_usd",
                        "taker_sells_usd"),
                rows);
    }

    /** The finest that reaches back so far; where none does, the one that reaches farthest. */
    private static @Nullable TimeLog<Bar> covering(List<TimeLog<Bar>> logs, long fromNanos) {
        TimeLog<Bar> best = null;
        long bestStart = Long.MAX_VALUE;
        for (TimeLog<Bar> log : logs) {
            Bar first = log.get(log.begin());
            if (first != null && bestStart > fromNanos && first.startNanos() < bestStart) {
                best = log;
                bestStart = first.startNanos();
            }
        }
        return best;
    }

    static Sheet liquidations(DeskView view) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        TimeLog<Liquidation> log = view.history().liquidations();
        for (long i = log.begin(); i < log.end(); i++) {
            Liquidation each = log.get(i);
            if (each != null) {
                double contract = contract(view, each);
                add(
                        rows,
                        instant(each.receivedNanos()),
                        each.exchangeMillis() > 0 ? Instant.ofEpochMilli(each.exchangeMillis()) : null,
                        each.instrument().venue().id(),
                        each.instrument().toString(),
                        side(each.side()),
                        each.price(),
                        each.priceKind().name(),
                        each.size(),
                        each.price().doubleValue() * each.size().doubleValue() * contract,
                        each.completeness().name());
            }
        }
        return new Sheet(
                "liquidations",
                List.of(
                        "received_utc",
                        "exchange_utc",
                        "venue",
                        "instrument",
                        "side",
                        "price",
                        "price_kind",
                        "size_wire",
                        "notional_usd",
                        "completeness"),
                rows);
    }

    /** Coins in one unit of the wire; NaN where the venue has not said. */
    private static double contract(DeskView view, Liquidation liquidation) {
        for (VenueView venue : view.venues()) {
            if (venue.instrument().equals(liquidation.instrument())) {
                return venue.listing() != null
                        ? venue.listing().contractSize().doubleValue()
                        : venue.sized() ? 1 : Double.NaN;
            }
        }
        return Double.NaN;
    }

    static Sheet funding(DeskView view) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (VenueView venue : view.venues()) {
            Long interval =
                    venue.terms() == null ? null : Long.valueOf(venue.terms().intervalMillis() / 1000);
            TimeLog<FundingSettlement> log = venue.history().settlements();
            for (long i = log.begin(); i < log.end(); i++) {
                FundingSettlement settled = log.get(i);
                if (settled != null) {
                    add(
                            rows,
                            venue.instrument().venue().id(),
                            "settled",
                            Instant.ofEpochMilli(settled.settledMillis()),
                            settled.rate(),
                            interval);
                }
            }
            if (venue.funding() != null) {
                add(
                        rows,
                        venue.instrument().venue().id(),
                        "predicted",
                        venue.funding().nextSettlementMillis() > 0
                                ? Instant.ofEpochMilli(venue.funding().nextSettlementMillis())
                                : null,
                        venue.funding().predictedRate(),
                        interval);
            }
        }
        return new Sheet("funding", List.of("venue", "kind", "settles_utc", "rate_fraction", "interval_now_s"), rows);
    }
}
