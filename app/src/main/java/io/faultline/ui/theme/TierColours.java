package io.faultline.ui.theme;

import io.faultline.liquidation.Tier;
import io.faultline.market.Venue;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The colours of bars that are stacked: by band of leverage, from dark violet (low) to hot (first to fire), or by venue.
 * The order of the stack and a written figure say the same, since in grey they do not separate.
 */
public final class TierColours {
    private static final Map<Tier.Band, Color> BANDS = new EnumMap<>(Map.of(
            Tier.Band.X5, Color.web("#7A63E0"),
            Tier.Band.X10, Color.web("#3FA9F5"),
            Tier.Band.X25, Color.web("#7FD6B0"),
            Tier.Band.X50, Color.web("#F4D35E"),
            Tier.Band.X100, Color.web("#F26B4E")));

    private static final Map<Venue, Color> VENUES = new EnumMap<>(Map.of(
            Venue.BINANCE, Color.web("#E3C75F"),
            Venue.BYBIT, Color.web("#D9825B"),
            Venue.OKX, Color.web("#C9D3E0"),
            Venue.BITGET, Color.web("#57B5B0"),
            Venue.DYDX, Color.web("#9C86E8")));

    private TierColours() {}

    @SuppressWarnings("NullAway") // every band has one
    public static Color of(Tier.Band band) {
        return BANDS.get(band);
    }

    @SuppressWarnings("NullAway") // every venue has one
    public static Color of(Venue venue) {
        return VENUES.get(venue);
    }

    /** {@code 25x}. */
    public static String title(Tier.Band band) {
        return band.name().substring(1) + "x";
    }
}
