package io.faultline.ui;

import io.faultline.signal.Timeframe;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * Scalp, day or swing: sets the heatmap's window and the distances that count together, so that both fit how long a trade
 * is meant to last. JavaFX thread only.
 */
final class TimeframeSwitch {
    private static final String[] NAMES = {"Scalp", "Day", "Swing"};
    private static final Timeframe[] TIMEFRAMES = {Timeframe.SCALP, Timeframe.DAY, Timeframe.SWING};

    private final Shared axes;
    private final Runnable changed;
    private final Segments segments = new Segments(NAMES);

    /** @param changed runs when another one is chosen */
    TimeframeSwitch(Shared axes, Runnable changed) {
        this.axes = axes;
        this.changed = changed;
        segments.node().setId("timeframe");
        segments.node().setMinWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < TIMEFRAMES.length; i++) {
            Timeframe timeframe = TIMEFRAMES[i];
            segments.onPress(i, () -> choose(timeframe));
            segments.tooltip(i, new Tooltip(words(NAMES[i], timeframe) + " (T)"));
        }
    }

    private static String words(String name, Timeframe timeframe) {
        return name + ": window " + LiquidationControl.windowOf(timeframe).label() + ", distances to "
                + Numbers.percent(timeframe.distances().innerBound(), 1) + " and "
                + Numbers.percent(timeframe.distances().outerBound(), 1);
    }

    Region node() {
        return segments.node();
    }

    /** Lights the one that is chosen. */
    void show() {
        for (int i = 0; i < TIMEFRAMES.length; i++) {
            if (TIMEFRAMES[i] == axes.liquidations().timeframe()) {
                segments.light(i);
            }
        }
    }

    /** Takes the next one, after the last the first. */
    void next() {
        for (int i = 0; i < TIMEFRAMES.length; i++) {
            if (TIMEFRAMES[i] == axes.liquidations().timeframe()) {
                choose(TIMEFRAMES[(i + 1) % TIMEFRAMES.length]);
                return;
            }
        }
    }

    private void choose(Timeframe timeframe) {
        axes.liquidations().timeframe(timeframe);
        axes.time().span(axes.liquidations().window().millis() * 1_000_000L);
        show();
        changed.run();
    }
}
