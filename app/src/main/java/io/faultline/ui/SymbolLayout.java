package io.faultline.ui;

import io.faultline.signal.Timeframe;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a symbol's workspace.
 *
 * @param spanSeconds how much time the heatmap shows
 * @param timeframe name of the one that was chosen, null for the usual one
 * @param arrangements of the panels, by how wide the window was
 */
record SymbolLayout(long spanSeconds, @Nullable String timeframe, Map<SizeClass, Arrangement> arrangements) {
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
    }

    static SymbolLayout of(Workspace workspace) {
        return new SymbolLayout(
                Math.max(10, workspace.axes().time().spanNanos() / 1_000_000_000L),
                workspace.axes().liquidations().timeframe().name(),
                workspace.layout().arrangements());
    }

    /** Puts a workspace of that symbol in the same order. */
    void restore(Workspace workspace) {
        workspace.axes().span(spanSeconds * 1_000_000_000L);
        workspace.layout().arrange(arrangements);
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
