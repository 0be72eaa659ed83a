package io.faultline.bench;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.HeatPicture;
import io.faultline.liquidation.KeptCodec;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Past;
import io.faultline.liquidation.PastState;
import io.faultline.liquidation.PictureRequest;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.SyntheticMarket;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.VenueInputs;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the liquidation grid of four venues costs on a made-up market. */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx320m"})
@State(Scope.Thread)
public class GridBenchmark {
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final long NOW = SyntheticMarket.NOW;
    private static final int STEPS = 200;

    private final Map<Venue, List<GridBar>> history = new EnumMap<>(Venue.class);
    private final List<VenueInputs> inputs = new ArrayList<>();
    private final SyntheticMarket live = new SyntheticMarket(77);
    private SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
    private long millis;

    @Setup
    public void prepare() {
        for (Venue venue : VENUES) {
            history.put(venue, new SyntheticMarket(1).history());
            inputs.add(new SyntheticMarket(2).longRunning(venue));
        }
    }

    @Setup(Level.Iteration)
    public void start() {
        grid = started();
        millis = NOW;
    }

    private SymbolGrid started() {
        SymbolGrid started = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        history.forEach((venue, bars) -> {
            started.open(venue, SyntheticMarket.tables(venue.name()), ReportFeed.COMPLETE);
            Past.learn(started, venue, bars, Set.of());
        });
        return started;
    }

    /** Ten seconds of all venues: ten marks, twenty trades and the sample that ends the step, for each. */
    @Benchmark
    public SymbolGrid liveStep(ThreadCost cost) {
        cost.begin();
        for (int i = 0; i < STEPS; i++) {
            GridBar bar = live.next(millis, 10_000);
            for (Venue venue : VENUES) {
                for (int j = 0; j < 10; j++) {
                    double price = bar.low() + (bar.high() - bar.low()) * j / 9;
                    grid.mark(venue, millis + j * 1_000L, price);
                    grid.trade(venue, millis + j * 1_000L, price, bar.buyUsd() / 10, 0);
                    grid.trade(venue, millis + j * 1_000L, price, 0, bar.sellUsd() / 10);
                }
                grid.openInterest(venue, millis + 10_000, bar.openInterest());
            }
            millis += 10_000;
        }
        cost.end(STEPS);
        return grid;
    }

    /** 37 days of bars of all venues, as a program runs them at its start. */
    @Benchmark
    public SymbolGrid bootstrap(ThreadCost cost) {
        cost.begin();
        SymbolGrid started = started();
        cost.end(1);
        return started;
    }

    /** A desk goes on from the learned or kept states of all venues, as events bring them. */
    @Benchmark
    public SymbolGrid adopt(ThreadCost cost) {
        List<byte[]> states = grid.kept().stream().map(KeptCodec::encode).toList();
        cost.begin();
        for (byte[] state : states) {
            KeptCodec.decode(state).ifPresent(kept -> grid.adopt(kept, NOW));
        }
        cost.end(VENUES.size());
        return grid;
    }

    /** Profile, curves and stacked map after a change of tiers and venues. */
    @Benchmark
    public double changeOfSelection(ThreadCost cost) {
        cost.begin();
        Selection selection = new Selection(EnumSet.of(Venue.BINANCE, Venue.OKX), EnumSet.range(Tier.X10, Tier.X100));
        Projection projection = Projection.of(grid.snapshots(NOW), selection);
        Profile profile = projection.profile(Basis.EXPECTED_FORCED);
        double sum = profile.curveUsd(PositionSide.LONG)[0];
        sum += Projection.byBand(grid.snapshots(NOW), selection, Basis.AT_RISK).size();
        cost.end(1);
        return sum;
    }

    /** The profile of what was built within 30 days, the longest window. */
    @Benchmark
    public Profile changeOfWindow(ThreadCost cost) {
        cost.begin();
        Profile profile = Projection.of(
                        PastState.at(inputs, ModelParameters.DEFAULT, LookBack.BUILT_IN_WINDOW, Window.D30, NOW),
                        Selection.ALL)
                .profile(Basis.AT_RISK);
        cost.end(1);
        return profile;
    }

    /** The whole picture of 30 days. */
    @Benchmark
    public HeatPicture picture(ThreadCost cost) {
        cost.begin();
        HeatPicture picture = HeatPicture.of(
                inputs,
                ModelParameters.DEFAULT,
                new PictureRequest(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.D30, NOW),
                () -> false);
        cost.end(1);
        return picture;
    }
}
