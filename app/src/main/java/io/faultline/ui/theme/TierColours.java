package io.faultline.ui.theme;

import io.faultline.liquidation.Tier;
import io.faultline.market.Venue;
import javafx.scene.paint.Color;

/**
 * The colours of bars that are stacked: by band of leverage, from dark violet (low) to hot (first to fire), or by venue.
 * In grey they do not separate, so the stack keeps its order and a written figure stands beside it.
 */
public final class TierColours {
    private static final Color X5 = Color.web("#7A63E0");
    private static final Color X10 = Color.web("#3FA9F5");
    private static final Color X25 = Color.web("#7FD6B0");
    private static final Color X50 = Color.web("#F4D35E");
    private static final Color X100 = Color.web("#F26B4E");
    private static final Color BINANCE = Color.web("#E3C75F");
    private static final Color BYBIT = Color.web("#D9825B");
    private static final Color OKX = Color.web("#C9D3E0");
    private static final Color BITGET = Color.web("#57B5B0");
    private static final Color DYDX = Color.web("#9C86E8");

    private TierColours() {}

    public static Color of(Tier.Band band) {
        return switch (band) {
            case X5 -> X5;
            case X10 -> X10;
            case X25 -> X25;
            case X50 -> X50;
            case X100 -> X100;
        };
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
