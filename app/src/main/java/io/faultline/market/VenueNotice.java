package io.faultline.market;

/**
 * What a venue says of a connection or a subscription of ours, read from a frame that came on it. It concerns whoever
 * holds the connection; what people should know of it they are told as {@link FeedStatus}.
 *
 * @param connection on which it came, see {@link SocketNames}
 * @param subject what it is about: the id of the request, or the topic as the venue spells it; may be empty
 * @param words the venue's own, for people; may be empty
 */
public record VenueNotice(Venue venue, long receivedNanos, String connection, Kind kind, String subject, String words)
        implements MarketEvent {

    /** What it means for us. */
    public enum Kind {
        /** The subscription stands. */
        SUBSCRIBED,
        /** The subscription is refused; others of the same request may be with it. */
        REFUSED,
        /** The connection will be closed: another should be open before. */
        REPLACE,
        /** A snapshot of the book cannot come on this connection any more. */
        BROKEN,
        /** The list of instruments has changed: it should be read again. */
        LISTING
    }
}
