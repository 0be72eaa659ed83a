package io.faultline.venue.binance;

import java.net.URI;

/**
 * Where Binance is.
 *
 * @param rest scheme and host of the REST interface, with no slash at the end
 * @param websocket scheme and host of the sockets, with no slash at the end
 */
public record BinanceEndpoints(URI rest, URI websocket) {
    /** The exchange itself. */
    public static final BinanceEndpoints LIVE =
            new BinanceEndpoints(URI.create("https://fapi.binance.com"), URI.create("wss://fstream.binance.com"));
}
