package io.faultline.market;

/**
 * A socket is closed: nothing comes on it any more. Whether that loses anything a {@link FeedStatus} says: another
 * socket may carry on.
 *
 * @param connection its own name, see {@link SocketNames}
 */
public record SocketClosed(Venue venue, long receivedNanos, String connection) implements MarketEvent {}
