package io.faultline.bench;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.HeatPicture;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Past;
import io.faultline.liquidation.PictureRequest;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.SyntheticMarket;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The heap that one symbol's model of four venues keeps alive: 37 days of inputs, the live grids, a picture of 30 days with
 * an hour of columns a second, and copies of the grids as views have them. It is what is used after collections that find
 * nothing more, with the model less without it.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx320m"})
@State(Scope.Thread)
public class GridMemoryBenchmark {
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final long NOW = SyntheticMarket.NOW;
    private static final int HOUR_SECONDS = 3_600;
    private static final double MEGABYTE = 1e6;

    @Benchmark
    public void retained(ThreadCost cost, Blackhole hole) {
        double empty = used();
        cost.begin();
        List<Object> kept = new ArrayList<>();
        SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        for (Venue venue : VENUES) {
            grid.open(venue, SyntheticMarket.tables(venue.name()), ReportFeed.COMPLETE);
            Past.learn(grid, venue, new SyntheticMarket(1).history(), Set.of());
        }
        kept.add(grid);
        double grids = used();
        HeatPicture picture = HeatPicture.of(
                grid.inputs(),
                ModelParameters.DEFAULT,
                new PictureRequest(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.D30, NOW),
                () -> false);
        kept.add(picture);
        double painted = used();
        follow(grid, picture);
        kept.add(grid.snapshots(NOW + HOUR_SECONDS * 1_000L));
        double followed = used();
        cost.end(1);
        hole.consume(kept);
        System.out.printf(
                "%ngrids with 37 days of inputs %.1f MB, picture of 30 days %.1f MB, an hour live %.1f MB, together %.1f MB%n",
                grids - empty, painted - grids, followed - painted, followed - empty);
    }

    private static void follow(SymbolGrid grid, HeatPicture picture) {
        SyntheticMarket market = new SyntheticMarket(77);
        for (int step = 0; step < HOUR_SECONDS / 10; step++) {
            long from = NOW + step * 10_000L;
            GridBar bar = market.next(from, 10_000);
            for (int second = 0; second < 10; second++) {
                long millis = from + second * 1_000L;
                for (Venue venue : VENUES) {
                    double price = bar.low() + (bar.high() - bar.low()) * second / 9;
                    grid.mark(venue, millis, price);
                    grid.trade(venue, millis, price, bar.buyUsd() / 10, bar.sellUsd() / 10);
                }
                picture.follow(grid, millis + 999);
            }
            for (Venue venue : VENUES) {
                grid.openInterest(venue, from + 10_000, bar.openInterest());
            }
        }
    }

    /** MB in use when a collection finds nothing more to free. */
    private static double used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least / MEGABYTE;
    }
}
