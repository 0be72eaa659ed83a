package io.faultline.ui.heatmap;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.HeatColumn;
import io.faultline.market.PositionSide;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;
import java.util.List;

/** The liquidation layer as text to read aloud, to copy, and for the measuring box. */
final class MassText {
    private MassText() {}

    /** Sums between two prices at an instant; each bin whose middle lies between them counts. */
    static String between(MassLayer layer, Frame frame, long nanos, double low, double high) {
        HeatColumn column = nanos >= frame.nowNanos()
                ? layer.columns().newest()
                : layer.columns().at(nanos / 1_000_000);
        if (column == null) {
            return "liquidations unknown";
        }
        double longs = 0;
        double shorts = 0;
        for (int bin = Bins.of(Math.max(low, Double.MIN_NORMAL)); Bins.centre(bin) < high; bin++) {
            boolean within = Bins.centre(bin) >= low;
            longs += within ? column.usd(PositionSide.LONG, bin) : 0;
            shorts += within ? column.usd(PositionSide.SHORT, bin) : 0;
        }
        double factor = layer.factor();
        return layer.basis().title().toLowerCase(java.util.Locale.ROOT) + " longs "
                + layer.present().figure(longs * factor) + ", shorts "
                + layer.present().figure(shorts * factor);
    }

    /** A sentence, what the figures rest on, and a line for each bin in view that holds something, the highest first. */
    static String of(MassLayer layer, Frame frame, PriceAxis axis) {
        MassNow now = layer.present();
        StringBuilder out = new StringBuilder(MassWords.sentence(layer, frame));
        for (String flag : MassWords.flags(now.grid())) {
            out.append('\n').append(flag);
        }
        out.append('\n').append(MassWords.ZONES).append('\n');
        out.append("price from\tto\tside\tat risk\tdiscounted\texpected\t10 %\t90 %\n");
        if (!now.masses().known()) {
            return out.append("nothing is modelled yet\n").toString();
        }
        int lowest = Bins.of(Math.max(axis.low(), Double.MIN_NORMAL));
        for (int bin = Bins.of(Math.max(axis.high(), Double.MIN_NORMAL)); bin >= lowest; bin--) {
            for (PositionSide side : List.of(PositionSide.SHORT, PositionSide.LONG)) {
                Figures figures = now.figures(side, bin);
                if (figures.atRiskUsd() >= 1) {
                    line(out, layer, frame, bin, side, figures);
                }
            }
        }
        return out.toString();
    }

    private static void line(
            StringBuilder out, MassLayer layer, Frame frame, int bin, PositionSide side, Figures figures) {
        MassNow now = layer.present();
        ForcedFlow expected = figures.expected();
        int decimals = MassReading.decimals(Bins.centre(bin), frame.decimals());
        String[] cells = {
            Numbers.price(Bins.lowerEdge(bin), decimals),
            Numbers.price(Bins.lowerEdge(bin + 1), decimals),
            side == PositionSide.LONG ? "long" : "short",
            now.figure(figures.atRiskUsd()),
            now.figure(figures.discountedUsd(layer.discount())),
            now.figure(expected.meanUsd()),
            now.figure(expected.lowUsd()),
            now.figure(expected.highUsd())
        };
        out.append(String.join("\t", cells)).append('\n');
    }
}
