package io.faultline.ui.theme;

import javafx.scene.paint.Color;

/**
 * The colours of a theme, by the token names of the style sheets ({@code -fl-bg} is {@link #bg}). Canvas code takes its
 * colours from here and nowhere else.
 */
public record Palette(
        Color bg,
        Color panel,
        Color raised,
        Color selected,
        Color line,
        Color lineStrong,
        Color text,
        Color mid,
        Color low,
        Color bid,
        Color ask,
        Color bidText,
        Color askText,
        Color longLiquidation,
        Color shortLiquidation,
        Color ok,
        Color warn,
        Color bad,
        Color practice,
        Color replay,
        Color focus) {

    /** The dark theme, measured for contrast. */
    public static final Palette DARK = new Palette(
            Color.web("#0B0E13"),
            Color.web("#10141B"),
            Color.web("#161B24"),
            Color.web("#22304A"),
            Color.web("#232B37"),
            Color.web("#384352"),
            Color.web("#E9EDF3"),
            Color.web("#AEB8C6"),
            Color.web("#8490A1"),
            Color.web("#2EBD8E"),
            Color.web("#F0616D"),
            Color.web("#C9F2E2"),
            Color.web("#FFD5D9"),
            Color.web("#F5A83D"),
            Color.web("#5AA9FF"),
            Color.web("#3ECF8E"),
            Color.web("#FFB020"),
            Color.web("#FF5C5C"),
            Color.web("#B48CFF"),
            Color.web("#7FB4FF"),
            Color.web("#7FB4FF"));
}
