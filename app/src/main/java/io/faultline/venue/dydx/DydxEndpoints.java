package io.faultline.venue.dydx;

import java.net.URI;

/**
 * Where dYdX's indexer is.
 *
 * @param rest scheme and host of the REST interface, with no slash at the end
 * @param websocket scheme and host of the socket, with no slash at the end
 */
public record DydxEndpoints(URI rest, URI websocket) {
    /** The indexer itself. */
    public static final DydxEndpoints LIVE =
            new DydxEndpoints(URI.create("https://indexer.dydx.trade"), URI.create("wss://indexer.dydx.trade"));
}
