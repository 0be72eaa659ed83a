package io.faultline.ui;

import io.faultline.ui.funding.FundingPanel;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.theme.Palette;
import java.util.function.Supplier;

/** Makes the three panels of a workspace, again when one has stopped. */
record Panels(Supplier<Panel> heatmap, Supplier<Panel> ladder, Supplier<Panel> funding) {
    static Panels of(Shared axes) {
        return new Panels(
                () -> new HeatmapPanel(axes, Palette.DARK),
                () -> new LadderPanel(axes, Palette.DARK),
                () -> new FundingPanel(axes, Palette.DARK));
    }
}
