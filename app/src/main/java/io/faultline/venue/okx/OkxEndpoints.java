package io.faultline.venue.okx;

import java.net.URI;

/**
 * Where OKX is.
 *
 * @param rest scheme and host of the REST interface, with no slash at the end
 * @param websocket scheme, host and port of the sockets, with no slash at the end
 */
public record OkxEndpoints(URI rest, URI websocket) {
    /** The exchange itself. */
    public static final OkxEndpoints LIVE =
            new OkxEndpoints(URI.create("https://www.okx.com"), URI.create("wss://ws.okx.com:8443"));
}
