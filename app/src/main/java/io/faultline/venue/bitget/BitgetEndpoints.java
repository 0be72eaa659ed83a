package io.faultline.venue.bitget;

import java.net.URI;

/**
 * Where Bitget is.
 *
 * @param rest scheme and host of the REST interface, with no slash at the end
 * @param websocket scheme and host of the sockets, with no slash at the end
 */
public record BitgetEndpoints(URI rest, URI websocket) {
    /** The exchange itself. */
    public static final BitgetEndpoints LIVE =
            new BitgetEndpoints(URI.create("https://api.bitget.com"), URI.create("wss://ws.bitget.com"));
}
