package io.faultline.ui.theme;

import io.faultline.liquidation.Tier;
import io.faultline.market.Venue;
import javafx.scene.paint.Color;

/**
 * The colours of bars that are stacked: by band of leverage, from dark violet (low) to hot (first to fire), or by venue.
 * In grey they do not separate, so the stack keeps its order and a written figure stands beside it.
 */
public final class TierColours {
    private static final Color BINANCE = Color.web("#E3C75F");
    private static final Color BYBIT = Color.web("#D9825B");
    private static final Color OKX = Color.web("#C9D3E0");
    private static final Color BITGET = Color.web("#57B5B0");
    private static final Color DYDX = Color.web("#9C86E8");

    private TierColours() {}

    /** The fill of a band in the theme in force. */
    public static Color of(Tier.Band band) {
        return Theme.palette().tier(band);
    }

    public static Color of(Venue venue) {
        return switch (venue) {
            case BINANCE -> BINANCE;
            case BYBIT -> BYBIT;
            case OKX -> OKX;
            case BITGET -> BITGET;
            case DYDX -> DYDX;
        };
    }

    /** {@code 25x}. */
    public static String title(Tier.Band band) {
        return band.name().substring(1) + "x";
    }
}
