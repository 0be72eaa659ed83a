package io.faultline.ui;

import io.faultline.signal.Timeframe;
import io.faultline.ui.panel.ChartLook;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a symbol's workspace.
 *
 * @param spanSeconds how much time the heatmap shows
 * @param timeframe name of the one that was chosen, null for the usual one
 * @param arrangements of the panels, by how wide the window was
 * @param chart what is drawn over the heat; the usual in a file of before it could be chosen
 */
record SymbolLayout(
        long spanSeconds, @Nullable String timeframe, Map<SizeClass, Arrangement> arrangements, ChartLook chart) {
    @SuppressWarnings("ConstantValue") // absent, or null inside, in a file that somebody has edited
    SymbolLayout {
        Map<SizeClass, Arrangement> kept = new EnumMap<>(SizeClass.class);
        if (arrangements != null) {
            arrangements.forEach((size, arrangement) -> {
                if (size != null && arrangement != null) {
                    kept.put(size, arrangement);
                }
            });
        }
        arrangements = Map.copyOf(kept);
        chart = chart == null ? ChartLook.USUAL : chart;
    }

    static SymbolLayout of(Workspace workspace) {
        return new SymbolLayout(
                Math.max(10, workspace.axes().time().spanNanos() / 1_000_000_000L),
                workspace.axes().liquidations().timeframe().name(),
                workspace.layout().arrangements(),
                workspace.axes().chart().look());
    }

    /** The same for a symbol that was never open. */
    SymbolLayout ofAnotherSymbol() {
        return new SymbolLayout(spanSeconds, timeframe, arrangements, chart.ofAnotherSymbol());
    }

    /** Puts a workspace of that symbol in the same order. */
    void restore(Workspace workspace) {
        workspace.axes().span(spanSeconds * 1_000_000_000L);
        workspace.layout().arrange(arrangements);
        workspace.axes().chart().look(chart);
        for (Timeframe known : Timeframe.values()) {
            if (known.name().equals(timeframe)) {
                workspace.axes().liquidations().distancesOf(known);
            }
        }
    }

    /** Whether every value is one that the window could have written. */
    boolean sound() {
        return spanSeconds >= 10
                && spanSeconds <= 31 * 86_400
                && arrangements.values().stream().allMatch(Arrangement::sound);
    }
}
