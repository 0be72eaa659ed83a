package io.faultline.ui.panel;

/** The five liquidation heatmaps, in the order of their keys 1 to 5, model 10. */
public enum HeatType {
    CUMULATIVE("Cumulative"),
    FEED("Real-time feed"),
    TIERS("Leverage tiers"),
    VENUES("Exchanges"),
    DELTA("Delta");

    private final String title;

    HeatType(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
