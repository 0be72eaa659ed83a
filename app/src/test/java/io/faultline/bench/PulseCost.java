package io.faultline.bench;

import io.faultline.ui.WorkspaceRun;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What one measured stretch of drawing cost a pulse, in milliseconds and bytes. JMH adds the figures of iterations up, so
 * there must be one.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class PulseCost {
    public double pulsesPerSecond;
    public double cpuP50;
    public double cpuP99;
    public double wallP50;
    public double wallP99;
    public double eventP50;
    public double eventP99;
    public double render;
    public double kilobytes;

    void take(WorkspaceRun.Cost cost) {
        double pulses = cost.cpuNanos().getTotalCount();
        pulsesPerSecond = pulses * 1e9 / cost.elapsedNanos();
        cpuP50 = millis(cost.cpuNanos(), 50);
        cpuP99 = millis(cost.cpuNanos(), 99);
        wallP50 = millis(cost.wallNanos(), 50);
        wallP99 = millis(cost.wallNanos(), 99);
        eventP50 = millis(cost.eventNanos(), 50);
        eventP99 = millis(cost.eventNanos(), 99);
        render = cost.renderNanos() / 1e6 / pulses;
        kilobytes = cost.bytes() / 1e3 / pulses;
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
