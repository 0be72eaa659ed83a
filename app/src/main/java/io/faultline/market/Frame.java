package io.faultline.market;

/**
 * One raw message, exactly as it crossed the wire, or the opening or closing of the socket that carries such messages.
 *
 * @param receivedNanos receive time, nanoseconds since 1970 by the receiver's clock
 * @param venue name in the journal's form, such as {@code binance} or {@code binance-usdm}; see
 *     {@link Venue#ofJournalName}
 * @param connection which of the venue's sockets, see {@link SocketNames}; empty where the source does not say
 * @param topic stream name of a {@link Kind#WS} frame (for filtering only: decoders read the text), else the URL; may
 *     be empty
 * @param text the frame or body, byte for byte; empty for {@link Kind#WS_OPEN}; close code and reason for
 *     {@link Kind#WS_CLOSE}
 */
public record Frame(long receivedNanos, String venue, Kind kind, String connection, String topic, String text) {

    /** What happened. The names in JSON-lines journals are the lower-case forms. */
    public enum Kind {
        WS("ws"),
        REST("rest"),
        WS_OUT("ws_out"),
        WS_OPEN("ws_open"),
        WS_CLOSE("ws_close");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
