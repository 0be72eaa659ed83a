package io.faultline.ui.heatmap;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;
import org.jspecify.annotations.Nullable;

/** The heatmap as lines of text: a sentence, and the rows of its newest column from the top, tab-separated. */
final class HeatmapText {
    private HeatmapText() {}

    static String of(@Nullable Frame frame, HeatLayer heat, PriceAxis axis, Handles handles) {
        if (frame == null) {
            return "Heatmap, nothing shown yet";
        }
        String word = StateWord.of(frame);
        StringBuilder out = new StringBuilder("Heatmap, ")
                .append(frame.data().symbol())
                .append(", last ")
                .append(Numbers.price(frame.last(), frame.decimals()))
                .append(word.isEmpty() ? "" : ", " + word)
                .append(", resting depth, colours from ")
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
