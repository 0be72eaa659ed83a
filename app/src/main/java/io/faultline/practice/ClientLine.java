package io.faultline.practice;

/**
 * A client's socket as the exchange sees it.
 *
 * @param port the client's own
 * @param serverPort the venue's
 * @param sent texts that were written to it
 * @param heard texts that came from it
 * @param owesAnswer whether it has not yet answered a ping or a goodbye, or noticed that it was cut off
 */
public record ClientLine(int port, int serverPort, long sent, long heard, boolean owesAnswer) {}
