package io.faultline.bench;

import com.sun.management.OperatingSystemMXBean;
import io.faultline.cli.ModelLife;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.Session;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The liquidation model as the window sees it: a practice market of four venues, the program's whole session on it over
 * loopback sockets, and a reader that takes a view each pulse. Times are of the clock on the wall, CPU time of the whole
 * program, the market included.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
@State(Scope.Thread)
public class ModelLifeBenchmark {
    private static final long PULSE_NANOS = 16_666_667;
    private static final long LIVE_NANOS = 20_000_000_000L;
    private static final int CHANGES = 25;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** From a market that runs to the model of a month, and then what it costs to follow and to look at it otherwise. */
    @Benchmark
    public void life(ThreadCost cost) throws IOException {
        Path home = Files.createTempDirectory("model-life");
        cost.begin();
        long made = System.nanoTime();
        try (ModelLife life = ModelLife.open(home)) {
            long begun = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            try (Session session = life.session()) {
                session.picture(choice(Selection.ALL, Window.H4));
                ModelLife.await(() -> ModelLife.knowsFourHours(session));
                long fourHours = System.nanoTime();
                ModelLife.await(() -> ModelLife.knowsAMonth(session));
                long month = System.nanoTime();
                System.out.printf(
                        "%nmarket made in %.0f ms; four hours known and painted after %.0f ms, a month after %.0f ms,"
                                + " CPU %.0f ms%n",
                        (begun - made) / 1e6,
                        (fourHours - begun) / 1e6,
                        (month - begun) / 1e6,
                        (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
                say("event to changed cell, at most", follow(session));
                say("other tiers or venues, to profile, map and ladder", select(session));
                say("other tiers or venues, to the whole picture of 24 h", repaint(session, Window.H24));
                say("other tiers or venues, to the whole picture of 30 d", repaint(session, Window.D30));
            }
        } finally {
            delete(home);
        }
        cost.end(1);
    }

    private static PictureChoice choice(Selection selection, Window window) {
        return new PictureChoice(selection, Basis.AT_RISK, LookBack.ALL_POSITIONS, window);
    }

    private static Selection other(int i) {
        return i % 2 == 0
                ? new Selection(EnumSet.of(Venue.BINANCE, Venue.OKX), EnumSet.range(Tier.X10, Tier.X100))
                : new Selection(EnumSet.of(Venue.BYBIT, Venue.OKX, Venue.BITGET), EnumSet.allOf(Tier.class));
    }

    /**
     * How long the oldest event that a new state of the grid shows has been on the way, from its receipt on the socket: it
     * came right after the state before was published.
     */
    @SuppressWarnings("ReferenceEquality") // another list of grids is another state
    private static List<Double> follow(Session session) {
        List<Double> millis = new ArrayList<>();
        DeskView before = session.view();
        long end = System.nanoTime() + LIVE_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(PULSE_NANOS);
            DeskView view = session.view();
            if (view.grid().grids() != before.grid().grids()) {
                Projection.of(view.grid().counted(), Selection.ALL).profile(Basis.AT_RISK);
                millis.add((session.nowNanos() - before.timeNanos()) / 1e6);
                before = view;
            }
        }
        return millis;
    }

    /** What all panels but the heatmap compute when something else is chosen. */
    private static List<Double> select(Session session) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 8 * CHANGES; i++) {
            long begun = System.nanoTime();
            List<GridSnapshot> grids = session.view().grid().counted();
            Projection projection = Projection.of(grids, other(i));
            projection.profile(Basis.AT_RISK).curveUsd(PositionSide.LONG);
            projection.profile(Basis.EXPECTED_FORCED).curveUsd(PositionSide.SHORT);
            Projection.byBand(grids, other(i), Basis.AT_RISK);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    private static List<Double> repaint(Session session, Window window) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            PictureChoice wanted = choice(other(i), window);
            long begun = System.nanoTime();
            session.picture(wanted);
            ModelLife.await(() -> {
                GridView.Heat heat = session.view().grid().heat();
                return heat.choice().equals(wanted) && !heat.past().isEmpty();
            });
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    private static void say(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: %d, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) Math.min(sorted.length - 1, Math.ceil(.99 * sorted.length) - 1)],
                Arrays.stream(sorted).max().orElse(Double.NaN));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
