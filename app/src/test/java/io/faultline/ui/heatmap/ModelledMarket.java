package io.faultline.ui.heatmap;

import io.faultline.desk.Bar;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.History;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.TimeLog;
import io.faultline.desk.Views;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.HeatPicture;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.PastState;
import io.faultline.liquidation.PictureRequest;
import io.faultline.liquidation.SweptLevel;
import io.faultline.liquidation.VenueInputs;
import io.faultline.liquidation.Window;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What a window may know of a made-up market of 37 days: four venues that share one walk of the price, the model's grids,
 * its heatmap of any choice, liquidations where the price swept. Ends at the price and time of a {@link SyntheticMarket}.
 */
final class ModelledMarket {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    static final Map<Venue, Double> SIZES =
            Map.of(Venue.BINANCE, 60_000.0, Venue.BYBIT, 31_000.0, Venue.OKX, 21_000.0, Venue.BITGET, 14_000.0);

    /** One for all tests: none of them changes it. */
    static final ModelledMarket ONE = new ModelledMarket(7);

    final SyntheticMarket live;
    final List<VenueInputs> inputs = new ArrayList<>();
    private final List<GridBar> walk = new ArrayList<>();
    private final Random random;
    private final long nowMillis;
    private double price = 1;

    private ModelledMarket(long seed) {
        random = new Random(seed);
        live = new SyntheticMarket(seed).snapshot().play(30 * SyntheticMarket.SECOND);
        nowMillis = live.now() / 1_000_000;
        append(nowMillis - 37 * DAY, nowMillis - 7 * DAY, HOUR);
        append(nowMillis - 7 * DAY, nowMillis - DAY, 5 * MINUTE);
        append(nowMillis - DAY, nowMillis - 4 * HOUR, MINUTE);
        append(nowMillis - 4 * HOUR, nowMillis, 10_000);
        double factor = 104_000 / price;
        walk.replaceAll(bar -> scaled(bar, factor));
        SIZES.keySet().stream().sorted().forEach(venue -> inputs.add(inputs(venue)));
    }

    private void append(long from, long until, long length) {
        for (long start = from; start + length <= until; start += length) {
            double deviation = 0.006 * Math.sqrt(length / (double) HOUR);
            double open = price;
            price *= Math.exp(deviation * random.nextGaussian());
            double high = Math.max(open, price) * (1 + deviation / 3 * random.nextDouble());
            double low = Math.min(open, price) * (1 - deviation / 3 * random.nextDouble());
            walk.add(new GridBar(
                    start, length / 1000.0, open, high, low, price, low, high, price, 1, 1, 1, Double.NaN, Double.NaN));
        }
    }

    private static GridBar scaled(GridBar bar, double factor) {
        return bar(
                bar,
                factor,
                bar.buyUsd(),
                bar.sellUsd(),
                bar.openInterest(),
                bar.forcedLongUsd(),
                bar.forcedShortUsd());
    }

    private static GridBar bar(
            GridBar bar, double factor, double buy, double sell, double openInterest, double longs, double shorts) {
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
                buy,
                sell,
                openInterest,
                longs,
                shorts);
    }

    private VenueInputs inputs(Venue venue) {
        double coins = SIZES.getOrDefault(venue, 1.0);
        List<GridBar> bars = new ArrayList<>();
        for (GridBar bar : walk) {
            coins *= Math.exp(0.004 * Math.sqrt(bar.seconds() / 3600) * random.nextGaussian());
            double move = Math.abs(bar.close() / bar.open() - 1) / (0.006 * Math.sqrt(bar.seconds() / 3600));
            double volume = coins * bar.close() * 4 * bar.seconds() / 86_400 * (0.4 + move * move);
            double bought = 0.5 + 0.3 * (random.nextDouble() - 0.5);
            bars.add(bar(bar, 1, volume * bought, volume * (1 - bought), coins, volume * 1e-4, volume * 1e-4));
        }
        return new VenueInputs(venue, io.faultline.liquidation.SyntheticMarket.TABLES, bars, .06, .07);
    }

    long nowNanos() {
        return live.now();
    }

    long nowMillis() {
        return nowMillis;
    }

    /** The heatmap of a choice up to now. */
    GridView.Heat heat(PictureChoice choice) {
        PictureRequest request =
                new PictureRequest(choice.selection(), choice.basis(), choice.lookBack(), choice.window(), nowMillis);
        List<HeatColumn> columns = HeatPicture.of(inputs, ModelParameters.DEFAULT, request, () -> false)
                .columns();
        return new GridView.Heat(choice, columns, null, false);
    }

    List<GridSnapshot> grids(long millis) {
        return PastState.at(inputs, ModelParameters.DEFAULT, LookBack.ALL_POSITIONS, Window.D30, millis);
    }

    GridView grid(GridView.Heat heat) {
        Map<Venue, GridView.Standing> standing = new EnumMap<>(Venue.class);
        for (Venue venue : SIZES.keySet()) {
            Set<GridFlag> flags = venue == Venue.BINANCE
                    ? Set.of(GridFlag.BOOTSTRAP, GridFlag.THROTTLED_FEED)
                    : Set.of(GridFlag.BOOTSTRAP, GridFlag.SIDE_ESTIMATED);
            standing.put(venue, new GridView.Standing(flags, LocalDate.of(2025, 4, 1)));
        }
        return grid(heat, standing);
    }

    GridView grid(GridView.Heat heat, Map<Venue, GridView.Standing> standing) {
        return new GridView(
                grids(nowMillis),
                standing,
                heat,
                Views.log(swept()),
                ModelParameters.DEFAULT,
                nowMillis - 30 * DAY,
                nowMillis - 2 * HOUR);
    }

    DeskView view(PictureChoice choice) {
        return view(grid(heat(choice)));
    }

    DeskView view(GridView grid) {
        DeskView base = live.view();
        History history = base.history();
        History past = new History(
                history.depth(),
                List.of(bars(MINUTE, DAY), bars(5 * MINUTE, 7 * DAY), bars(HOUR, 30 * DAY)),
                history.marks(),
                history.openInterest(),
                Views.log(liquidations()),
                history.settlements(),
                history.tape(),
                history.large());
        return new DeskView(base.symbol(), base.timeNanos(), base.venues(), past, base.forming(), grid);
    }

    private TimeLog<Bar> bars(long length, long span) {
        List<Bar> bars = new ArrayList<>();
        Bar last = null;
        for (GridBar bar : walk) {
            if (bar.startMillis() < nowMillis - span) {
                continue;
            }
            long start = Math.floorDiv(bar.startMillis(), length) * length * 1_000_000;
            if (last != null && last.startNanos() == start) {
                bars.remove(bars.size() - 1);
                last = new Bar(
                        start,
                        length * 1_000_000,
                        last.open(),
                        Math.max(last.high(), bar.high()),
                        Math.min(last.low(), bar.low()),
                        bar.close(),
                        1,
                        1);
            } else {
                last = new Bar(start, length * 1_000_000, bar.open(), bar.high(), bar.low(), bar.close(), 1, 1);
            }
            bars.add(last);
        }
        return Views.log(bars, length * 1_000_000);
    }

    /** Where a bar moved far, something was liquidated at its far end. */
    private List<Liquidation> liquidations() {
        Random sizes = new Random(5);
        List<Liquidation> all = new ArrayList<>();
        for (GridBar bar : walk) {
            double move = (bar.close() / bar.open() - 1) / (0.006 * Math.sqrt(bar.seconds() / 3600));
            if (bar.startMillis() > nowMillis - DAY && Math.abs(move) > 1.9) {
                all.add(new Liquidation(
                        SyntheticMarket.BTC,
                        bar.startMillis() * 1_000_000,
                        bar.startMillis(),
                        move < 0 ? PositionSide.LONG : PositionSide.SHORT,
                        Liquidation.PriceKind.AVERAGE_FILL,
                        BigDecimal.valueOf(Math.rint(10 * (move < 0 ? bar.low() : bar.high())) / 10),
                        BigDecimal.valueOf((long) (Math.exp(1.5 * sizes.nextGaussian()) * 4_000), 3),
                        Liquidation.Completeness.LOWER_BOUND));
            }
        }
        return all;
    }

    private List<SweptLevel> swept() {
        Random sizes = new Random(6);
        List<SweptLevel> all = new ArrayList<>();
        for (GridBar bar : walk) {
            double move = (bar.close() / bar.open() - 1) / (0.006 * Math.sqrt(bar.seconds() / 3600));
            for (int i = 0; bar.startMillis() > nowMillis - 2 * HOUR && i < 3 && Math.abs(move) > 1.2; i++) {
                PositionSide side = move < 0 ? PositionSide.LONG : PositionSide.SHORT;
                int bin = Bins.of(move < 0 ? bar.low() : bar.high()) + i;
                all.add(new SweptLevel(
                        Venue.BINANCE, side, bar.startMillis(), bin, 1e6 * Math.exp(sizes.nextGaussian())));
            }
        }
        return all;
    }
}
