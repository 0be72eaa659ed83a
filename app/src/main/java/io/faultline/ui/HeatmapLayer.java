package io.faultline.ui;

import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;

/** What the heatmap can be opened with. */
public enum HeatmapLayer {
    DEPTH,
    CUMULATIVE,
    FEED,
    TIERS,
    VENUES,
    DELTA,
    /** Cumulative, with the map open beside it. */
    MAP;

    void show(Workspace workspace) {
        LiquidationControl control = workspace.axes().liquidations();
        switch (this) {
            case DEPTH -> control.liquidations(false);
            case CUMULATIVE -> control.type(HeatType.CUMULATIVE);
            case FEED -> control.type(HeatType.FEED);
            case TIERS -> control.type(HeatType.TIERS);
            case VENUES -> control.type(HeatType.VENUES);
            case DELTA -> control.type(HeatType.DELTA);
            case MAP -> {
                control.type(HeatType.CUMULATIVE);
                workspace.layout().showMap();
            }
        }
    }
}
