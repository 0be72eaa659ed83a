package io.faultline.practice;

import io.faultline.market.Topic;
import java.time.Duration;

/** Something that goes wrong at a venue from {@link VenueFaults#start} until it is ended; symbols are canonical. */
public sealed interface Fault {
    /** Sockets are cut, and nobody listens on the port. */
    record ConnectionRefused() implements Fault {}

    /** Every open socket is reset in the middle of its next frame. */
    record ResetMidFrame() implements Fault {}

    /** Open sockets say and hear nothing more, and are not closed. */
    record HalfOpen() implements Fault {}

    /** All sockets send byte by byte, so far apart. */
    record SlowSockets(Duration apart) implements Fault {}

    /** So many updates of the book are withheld. */
    record Gap(String symbol, int updates) implements Fault {}

    /** So many updates of the book are sent twice. */
    record Duplicates(String symbol, int updates) implements Fault {}

    /** Two updates of the book change places. */
    record Reordered(String symbol) implements Fault {}

    /** An update is withheld, and so many of the next snapshots show the book as it was long ago. */
    record StaleSnapshots(String symbol, int snapshots) implements Fault {}

    /**
     * An update is withheld, and so is each snapshot that a subscription should bring, as OKX has announced for its
     * books; requests are answered.
     */
    record NoSnapshots(String symbol) implements Fault {}

    /** A bid above the best ask is told that is not there. */
    record CrossedBook(String symbol) implements Fault {}

    /** The next update carries a wrong checksum, where the venue has checksums; elsewhere nothing happens. */
    record WrongChecksum(String symbol) implements Fault {}

    /** The venue begins the book anew in the middle of the stream, in its own way. */
    record BookRestart(String symbol) implements Fault {}

    /** The venue says that it goes down, in its own way; sockets are closed with a goodbye. */
    record Maintenance() implements Fault {}

    /** Sockets are cut, and subscriptions to the topic are answered with the venue's error. */
    record SubscriptionRefused(String symbol, Topic topic) implements Fault {}

    /** The topic says nothing while all others flow. */
    record Silence(String symbol, Topic topic) implements Fault {}

    /** Pings stay unanswered, and sockets say nothing more. */
    record PingsUnanswered() implements Fault {}

    /**
     * Requests and new sockets are refused with this HTTP status in the venue's own words; for 403, 418 and 451 open
     * sockets are cut too.
     *
     * @param retryAfter told in the header; zero for none
     */
    record Refused(int status, Duration retryAfter) implements Fault {}

    /** The venue's clock is wrong by so much. */
    record ClockSkew(Duration by) implements Fault {}

    /** The contract is closed and nothing is traded; at the end it is listed again. */
    record Delisted(String symbol) implements Fault {}

    /** The tick becomes ten times finer; at the end it is what it was. */
    record TickChanged(String symbol) implements Fault {}

    /** A frame that cannot be read comes in place of an update of the book. */
    record BadFrame(String symbol, BadFrameKind kind) implements Fault {}
}
