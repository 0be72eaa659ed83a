package io.faultline.ui.theme;

/** The themes that can be chosen. */
@SuppressWarnings("ImmutableEnumChecker") // a palette is a record of colours, which are immutable
public enum ThemeName {
    DARK("Dark", Palette.DARK, HeatColours.INFERNO, HeatColours.TIDE),
    LIGHT("Light", Palette.LIGHT, HeatColours.EMBER, HeatColours.EMBER),
    SAFE("Colour-blind safe", Palette.SAFE, HeatColours.CIVIDIS, HeatColours.TIDE);

    private final String title;
    private final Palette palette;
    private final HeatColours liquidations;
    private final HeatColours depth;

    ThemeName(String title, Palette palette, HeatColours liquidations, HeatColours depth) {
        this.title = title;
        this.palette = palette;
        this.liquidations = liquidations;
        this.depth = depth;
    }

    public String title() {
        return title;
    }

    public Palette palette() {
        return palette;
    }

    /** The scale in which liquidations are drawn where the user has chosen none. */
    public HeatColours liquidations() {
        return liquidations;
    }

    /** The same for resting depth. */
    public HeatColours depth() {
        return depth;
    }
}
