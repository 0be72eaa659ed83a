package io.faultline.ui.settings;

import io.faultline.ui.theme.HeatColours;

/** A colour scale of heat, or the theme's own. */
public enum ScaleChoice {
    THEME,
    INFERNO,
    VIRIDIS,
    CIVIDIS,
    TIDE,
    EMBER;

    public String title() {
        return this == THEME ? "The theme's" : HeatColours.valueOf(name()).title();
    }

    /** @param themes what the theme in force has */
    public HeatColours or(HeatColours themes) {
        return this == THEME ? themes : HeatColours.valueOf(name());
    }
}
