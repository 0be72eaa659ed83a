package io.faultline.feed;

import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameReader;
import io.faultline.venue.SocketFrames;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of the feed: every frame is stamped, shown to the tap, decoded, and its events given to the sink, one
 * frame at a time. So the tap's order is the events' order, and a journal replays to the same state. Thread-safe; a
 * frame takes microseconds, so a market's few sockets hardly ever wait for each other.
 */
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int SAMPLE_CHARS = 300;
    private static final long LOG_EVERY_NANOS = 1_000_000_000;

    private final Venue venue;
    private final FeedPorts ports;
    private final Gate gate;
    private final FrameReader reader;
    private final SocketFrames sockets;
    private final Map<String, String> logged = new ConcurrentHashMap<>();
    private long lastLogNanos;
    private long refusedUnlogged;

    Door(Venue venue, FeedPorts ports, FrameReader reader, SocketFrames sockets) {
        this.venue = venue;
        this.ports = ports;
        gate = ports.gate();
        this.reader = reader;
        this.sockets = sockets;
    }

    /** A text that came on a socket; nothing of a socket that was closed passes any more. */
    void text(VenueSocket socket, String text) {
        long received = ports.clock().getAsLong();
        synchronized (gate) {
            if (!socket.ended()) {
                pass(gate.stamp(received), Frame.Kind.WS, socket.connection(), "", text, socket.sink());
            }
        }
    }

    void opened(VenueSocket socket) {
        synchronized (gate) {
            if (!socket.ended()) {
                pass(now(), Frame.Kind.WS_OPEN, socket.connection(), socket.url(), "", ports.sink());
            }
        }
    }

    void sent(VenueSocket socket, String text) {
        synchronized (gate) {
            if (!socket.ended()) {
                pass(now(), Frame.Kind.WS_OUT, socket.connection(), socket.url(), text, ports.sink());
            }
        }
    }

    /** Ends the socket; {@code text} is one of {@link SocketFrames}. */
    void closed(VenueSocket socket, String text) {
        synchronized (gate) {
            if (socket.end()) {
                pass(now(), Frame.Kind.WS_CLOSE, socket.connection(), socket.url(), text, ports.sink());
            }
        }
    }

    /**
     * A body that the venue's adapter accepted; {@code sink} must hand on to {@link #sink()} what it is given.
     *
     * @return whether it could be read
     */
    boolean body(String url, String body, Consumer<MarketEvent> sink) {
        synchronized (gate) {
            return pass(now(), Frame.Kind.REST, RestClient.CONNECTION, url, body, sink);
        }
    }

    Consumer<MarketEvent> sink() {
        return ports.sink();
    }

    void event(MarketEvent event) {
        synchronized (gate) {
            ports.sink().accept(event);
        }
    }

    void status(String connection, FeedStatus.State state, String detail, int attempt, long retryAtNanos) {
        status(connection, state, detail, attempt, retryAtNanos, Set.of());
    }

    void status(
            String connection,
            FeedStatus.State state,
            String detail,
            int attempt,
            long retryAtNanos,
            Set<Topic> topics) {
        String words = state + " " + detail;
        if (!words.equals(logged.put(connection, words))) {
            LOG.info("{} {}: {}", venue.title(), connection, words); // not while the sockets wait
        }
        synchronized (gate) {
            ports.sink().accept(new FeedStatus(venue, now(), connection, state, detail, attempt, retryAtNanos, topics));
        }
    }

    /** What a connection carries. */
    Set<Topic> topics(String connection) {
        return sockets.topics(connection);
    }

    private long now() {
        return gate.stamp(ports.clock().getAsLong());
    }

    /** Returns whether it could be read. */
    private boolean pass(
            long receivedNanos,
            Frame.Kind kind,
            String connection,
            String topic,
            String text,
            Consumer<MarketEvent> sink) {
        Frame frame = new Frame(receivedNanos, venue.id(), kind, connection, topic, text);
        ports.tap().accept(frame);
        if (reader.read(frame, sink) instanceof Decoded.Undecodable refused) {
            log(frame, refused.reason());
            return false;
        }
        return true;
    }

    private void log(Frame frame, String reason) {
        refusedUnlogged++;
        if (frame.receivedNanos() - lastLogNanos < LOG_EVERY_NANOS) {
            return;
        }
        LOG.warn(
                "{} {} {}: refused {} frame(s), the last because {}: {}",
                venue.title(),
                frame.connection(),
                frame.topic(),
                refusedUnlogged,
                reason,
                Words.escaped(frame.text(), SAMPLE_CHARS));
        lastLogNanos = frame.receivedNanos();
        refusedUnlogged = 0;
    }
}
