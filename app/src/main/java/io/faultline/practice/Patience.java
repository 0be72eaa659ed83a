package io.faultline.practice;

import java.time.Duration;

/**
 * How long a venue bears with a silent client.
 *
 * @param heard what counts as a sign of life
 * @param pingEvery how often it pings; zero if it does not
 * @param cutAfter how long it waits for a sign of life, or for the answer to a ping
 */
record Patience(Heard heard, Duration pingEvery, Duration cutAfter) {
    /** What shows that a client is there. */
    enum Heard {
        /** Answers to the venue's pings. */
        PONGS,
        /** Anything that it sends. */
        REQUESTS,
        /** Anything that goes either way. */
        ANY_TRAFFIC
    }

    static Patience withPings(Duration every, Duration answeredWithin) {
        return new Patience(Heard.PONGS, every, answeredWithin);
    }

    static Patience withRequests(Duration cutAfter) {
        return new Patience(Heard.REQUESTS, Duration.ZERO, cutAfter);
    }

    static Patience withTraffic(Duration cutAfter) {
        return new Patience(Heard.ANY_TRAFFIC, Duration.ZERO, cutAfter);
    }

    Patience dividedBy(double speed) {
        return new Patience(heard, divided(pingEvery, speed), divided(cutAfter, speed));
    }

    private static Duration divided(Duration duration, double speed) {
        return Duration.ofNanos((long) (duration.toNanos() / speed));
    }

    boolean isOver(Peer peer, long millis) {
        return switch (heard) {
            case PONGS -> !peer.answered() && millis - peer.pingedMillis() > cutAfter.toMillis();
            case REQUESTS -> millis - peer.heardMillis() > cutAfter.toMillis();
            case ANY_TRAFFIC -> millis - Math.max(peer.heardMillis(), peer.toldMillis()) > cutAfter.toMillis();
        };
    }

    boolean wantsPing(Peer peer, long millis) {
        return heard == Heard.PONGS && peer.answered() && millis - peer.pingedMillis() >= pingEvery.toMillis();
    }
}
