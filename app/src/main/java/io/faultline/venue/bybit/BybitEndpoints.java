package io.faultline.venue.bybit;

import java.net.URI;

/**
 * Where Bybit is.
 *
 * @param rest scheme and host of the REST interface, with no slash at the end
 * @param websocket scheme and host of the sockets, with no slash at the end
 */
public record BybitEndpoints(URI rest, URI websocket) {
    /** The exchange itself. */
    public static final BybitEndpoints LIVE =
            new BybitEndpoints(URI.create("https://api.bybit.com"), URI.create("wss://stream.bybit.com"));
}
