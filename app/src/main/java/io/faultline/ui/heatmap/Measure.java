package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import io.faultline.ui.text.Numbers;
import java.util.List;

/** What the measuring box says: change of price, share, time, and what lies between its prices at its later edge. */
final class Measure {
    private Measure() {}

    static List<String> lines(Frame frame, HeatLayer heat, long from, double fromPrice, long to, double toPrice) {
        String delta = Numbers.price(toPrice - fromPrice, frame.decimals());
        String sign = toPrice > fromPrice ? "+" : "";
        return List.of(
                sign + delta + "  " + Numbers.change(toPrice / fromPrice - 1, 2),
                Numbers.countdown(Math.abs(to - from)),
                heat.between(frame, Math.max(from, to), Math.min(fromPrice, toPrice), Math.max(fromPrice, toPrice)));
    }

    /** Sum over the bins between the prices at that instant, NaN where nothing was recorded. */
    static double resting(Frame frame, DepthLayer heat, long nanos, double low, double high) {
        DepthColumn column = heat.logs().at(nanos);
        double sum = 0;
        if (column == null || column.gap()) {
            LiveDepth live = heat.live();
            if (column != null || !live.covers(nanos, frame.nowNanos())) {
                return Double.NaN;
            }
            for (long bin = LiveDepth.bin(low, live.binWidth()); bin * live.binWidth() < high; bin++) {
                sum += live.bidUsd(bin) + live.askUsd(bin);
            }
            return sum;
        }
        long first = Math.max(0, LiveDepth.bin(low, column.binWidth()) - column.firstBin());
        for (long i = first; i < column.bins() && (column.firstBin() + i) * column.binWidth() < high; i++) {
            sum += column.usd((int) i);
        }
        return sum;
    }
}
