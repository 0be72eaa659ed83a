package io.faultline.ui.theme;

import io.faultline.liquidation.Tier;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * The colours of a theme, by the token names of the style sheets ({@code -fl-bg} is {@link #bg}). Canvas code takes its
 * colours from here and nowhere else, and the style sheets' tokens are written from here.
 *
 * @param light whether surfaces are light: what is drawn must be darker than they are
 * @param bidText figure on a bar of {@link #bid} at 34 %
 * @param tiers fills of the bands of leverage, in the order of {@link Tier.Band}
 */
public record Palette(
        boolean light,
        Color bg,
        Color panel,
        Color raised,
        Color selected,
        Color line,
        Color lineStrong,
        Color text,
        Color mid,
        Color low,
        Color disabled,
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
        Color focus,
        Map<Tier.Band, Color> tiers) {
    private static final String TIERS = "#7A63E0 #3FA9F5 #7FD6B0 #F4D35E #F26B4E";
    private static final String SAFE_TIERS = "#5B6BD9 #3FA7E0 #9AD9C8 #F0E060 #E8743B";

    /** The dark theme, measured for contrast. */
    public static final Palette DARK = of(
            false,
            "#0B0E13 #10141B #161B24 #22304A #232B37 #384352 #E9EDF3 #AEB8C6 #8490A1 #596577",
            "#2EBD8E #F0616D #C9F2E2 #FFD5D9 #F5A83D #5AA9FF",
            "#3ECF8E #FFB020 #FF5C5C #B48CFF #7FB4FF #7FB4FF",
            TIERS);

    /** On white. The tiers' fills are faint there: they get an edge of {@link #lineStrong} and a figure beside them. */
    public static final Palette LIGHT = of(
            true,
            "#FFFFFF #F4F6F9 #E9EDF2 #D9E6F8 #D5DBE3 #7C8896 #12171F #3F4A59 #566271 #97A1AE",
            "#096B4B #B8233A #053F2C #640D1B #8A5000 #1A5CAD",
            "#0A6E44 #7D5200 #B81D2C #6239BD #1C58B3 #1C58B3",
            TIERS);

    /** Dark, with sides and tiers that stay apart for eyes that do not tell red from green, or blue from yellow. */
    public static final Palette SAFE = of(
            false,
            "#0B0E13 #10141B #161B24 #22304A #232B37 #384352 #E9EDF3 #AEB8C6 #8490A1 #596577",
            "#2F8FE8 #EE7B2F #CFE6FF #FFDFC9 #F6E36A #C3A6FF",
            "#5AB4FF #FFB020 #FF8A65 #B48CFF #7FB4FF #7FB4FF",
            SAFE_TIERS);

    public Palette {
        tiers = Map.copyOf(tiers);
    }

    private static Palette of(boolean light, String surfacesAndText, String sides, String states, String tiers) {
        List<Color> all = colours(surfacesAndText + " " + sides + " " + states);
        return new Palette(
                light,
                all.get(0),
                all.get(1),
                all.get(2),
                all.get(3),
                all.get(4),
                all.get(5),
                all.get(6),
                all.get(7),
                all.get(8),
                all.get(9),
                all.get(10),
                all.get(11),
                all.get(12),
                all.get(13),
                all.get(14),
                all.get(15),
                all.get(16),
                all.get(17),
                all.get(18),
                all.get(19),
                all.get(20),
                all.get(21),
                byBand(colours(tiers)));
    }

    /** From low leverage to high. */
    private static Map<Tier.Band, Color> byBand(List<Color> colours) {
        Map<Tier.Band, Color> tiers = new EnumMap<>(Tier.Band.class);
        Iterator<Color> next = colours.iterator();
        for (Tier.Band band : Tier.Band.values()) {
            tiers.put(band, next.next());
        }
        return tiers;
    }

    private static List<Color> colours(String words) {
        return Stream.of(words.split(" ")).map(Color::web).toList();
    }

    /** The fill of a band of leverage. */
    public Color tier(Tier.Band band) {
        return Objects.requireNonNull(tiers.get(band));
    }

    /** The colours by the names that style sheets use, without their {@code -fl-}. */
    public Map<String, Color> tokens() {
        Map<String, Color> tokens = new LinkedHashMap<>();
        tokens.put("bg", bg);
        tokens.put("panel", panel);
        tokens.put("raised", raised);
        tokens.put("selected", selected);
        tokens.put("line", line);
        tokens.put("line-strong", lineStrong);
        tokens.put("text", text);
        tokens.put("mid", mid);
        tokens.put("low", low);
        tokens.put("disabled", disabled);
        tokens.put("bid", bid);
        tokens.put("ask", ask);
        tokens.put("bid-text", bidText);
        tokens.put("ask-text", askText);
        tokens.put("long-liquidation", longLiquidation);
        tokens.put("short-liquidation", shortLiquidation);
        tokens.put("ok", ok);
        tokens.put("warn", warn);
        tokens.put("bad", bad);
        tokens.put("practice", practice);
        tokens.put("replay", replay);
        tokens.put("focus", focus);
        return tokens;
    }
}
