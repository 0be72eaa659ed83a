package io.faultline.ui.heatmap;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;
import org.jspecify.annotations.Nullable;

/** The heatmap as lines of text: a sentence, and a line for each price from the top, tab-separated. */
final class HeatmapText {
    private HeatmapText() {}

    static String of(@Nullable Frame frame, HeatLayer heat, PriceAxis axis) {
        if (frame == null) {
            return "Heatmap, nothing shown yet";
        }
        return head(frame) + heat.asText(frame, axis);
    }

    /** The first line alone. */
    static String sentence(Frame frame, HeatLayer heat) {
        return head(frame) + (heat instanceof MassLayer mass ? MassWords.sentence(mass, frame) : "resting depth");
    }

    private static String head(Frame frame) {
        String word = StateWord.of(frame);
        return "Heatmap, " + frame.data().symbol() + ", last " + Numbers.price(frame.last(), frame.decimals())
                + (word.isEmpty() ? "" : ", " + word) + ", ";
    }

    static String depth(Frame frame, DepthLayer heat, PriceAxis axis) {
        Handles handles = heat.legend().contrast().handles();
        StringBuilder out = new StringBuilder("resting depth, colours from ")
                .append(Numbers.usd(handles.low()))
                .append(" to ")
                .append(Numbers.usd(handles.high()))
                .append(" USD a cell\nprice\tresting USD\n");
        if (!frame.priced()) {
            return out.toString();
        }
        for (long row = axis.highRow(); row >= axis.lowRow(); row--) {
            double low = row * axis.grouping();
            double usd = Measure.resting(frame, heat, frame.nowNanos(), low, low + axis.grouping());
            out.append(Numbers.price(low, frame.decimals()))
                    .append('\t')
                    .append(Double.isNaN(usd) ? "?" : Numbers.usd(usd))
                    .append('\n');
        }
        return out.toString();
    }
}
