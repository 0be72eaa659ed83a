package io.faultline.bench;

import io.faultline.ui.heatmap.HeatWork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the pixels of the heatmap cost the JavaFX thread at 2000 by 1000: in a pulse in which something has changed, and
 * after a zoom or another choice, when every pixel is painted. Handing them to the screen is {@link HeatRenderBenchmark}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@State(Scope.Thread)
public class HeatmapBenchmark {
    private static final int PULSES = 60;

    @Param({"depth", "liquidations", "month"})
    private String layer;

    private HeatWork work;

    @Setup
    public void open() {
        work = switch (layer) {
            case "depth" -> HeatWork.depth();
            case "liquidations" -> HeatWork.liquidations();
            default -> HeatWork.month();
        };
    }

    @Benchmark
    public void pulse(ThreadCost cost, Blackhole hole) {
        for (int i = 0; i < PULSES; i++) {
            work.advance();
            cost.begin();
            hole.consume(work.update());
            cost.end(1);
        }
    }

    @Benchmark
    public void repaint(ThreadCost cost, Blackhole hole) {
        cost.begin();
        for (int i = 0; i < PULSES; i++) {
            hole.consume(work.repaint());
        }
        cost.end(PULSES);
    }
}
