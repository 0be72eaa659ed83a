package io.faultline.bench;

import io.faultline.ui.heatmap.HeatRendering;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A window with heat of 2000 by 1000 cells to which each pulse adds a column: CPU time of the JavaFX thread in the calls of
 * our renderer, and in those of ChartFX's {@code ContourDataSetRenderer} with its reduction of points.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 3)
@Measurement(iterations = 8)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g"})
@State(Scope.Thread)
public class HeatRenderBenchmark {
    private static final int PULSES = 40;

    /** Ours. */
    @State(Scope.Thread)
    public static class Ours {
        private HeatRendering rendering;

        @Setup
        public void open() {
            rendering = HeatRendering.faultline();
        }
    }

    /** ChartFX's. */
    @State(Scope.Thread)
    public static class Contour {
        private HeatRendering rendering;

        @Setup
        public void open() {
            rendering = HeatRendering.contour();
        }
    }

    @Benchmark
    public void faultlineStep(Ours ours, ThreadCost cost) {
        HeatRendering.Cost drawn = ours.rendering.draw(PULSES);
        cost.add(drawn.stepNanos(), drawn.bytes(), PULSES);
    }

    @Benchmark
    public void faultline(Ours ours, ThreadCost cost) {
        HeatRendering.Cost drawn = ours.rendering.draw(PULSES);
        cost.add(drawn.renderNanos(), drawn.bytes(), PULSES);
    }

    @Benchmark
    public void contourDataSetRenderer(Contour contour, ThreadCost cost) {
        HeatRendering.Cost drawn = contour.rendering.draw(PULSES);
        cost.add(drawn.renderNanos(), drawn.bytes(), PULSES);
    }
}
