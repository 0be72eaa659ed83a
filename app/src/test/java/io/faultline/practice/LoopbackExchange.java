package io.faultline.practice;

import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.market.Venue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The practice exchange with Binance alone, its sockets named by their paths. Ends with {@link #close}. */
public final class LoopbackExchange implements AutoCloseable {
    private static final int LEVELS = 300;

    private final PracticeExchange exchange;
    private final PracticeVenue venue;
    private @Nullable Thread player;

    private LoopbackExchange(PracticeExchange exchange) {
        this.exchange = exchange;
        venue = exchange.venue(Venue.BINANCE);
    }

    /** An exchange with a market by chance for each symbol, which publishes something every {@code every}. */
    public static LoopbackExchange generated(long seed, Duration every, String... symbols) throws IOException {
        double rate = 1e9 / every.toNanos();
        return new LoopbackExchange(
                PracticeExchange.start(settings(seed, symbols).withMessagesPerSecond(rate)));
    }

    private static PracticeSettings settings(long seed, String... symbols) {
        return PracticeSettings.of(seed, List.of(Venue.BINANCE), List.of(symbols))
                .withLevels(LEVELS);
    }

    /** An exchange on which a journal plays itself at a multiple of the speed at which it was recorded. */
    public static LoopbackExchange playing(JournalReader journal, String symbol, double speed)
            throws IOException, JournalException {
        LoopbackExchange loopback = new LoopbackExchange(PracticeExchange.still(settings(1, symbol)));
        JournalSource source = new JournalSource(loopback.venue, symbol, journal, speed);
        loopback.exchange.open();
        loopback.player = Server.thread(source::play, "journal");
        loopback.player.start();
        return loopback;
    }

    /** Where requests go. */
    public URI rest() {
        return exchange.rest(Venue.BINANCE);
    }

    /** Where sockets are opened. */
    public URI websocket() {
        return exchange.websocket(Venue.BINANCE);
    }

    /** What it does wrong. */
    public Faults faults() {
        return venue.faults();
    }

    /** The paths that were asked for, in order, each with its query. */
    public List<String> requests() {
        return exchange.requests(Venue.BINANCE);
    }

    private TrueBook book(String symbol) {
        return exchange.book(Venue.BINANCE, symbol);
    }

    /** The newest update of that book. */
    public long updateId(String symbol) {
        return book(symbol).lastId();
    }

    /** SHA-256 of the canonical listing of the book as it was after that update. */
    public String trueBookHash(String symbol, long updateId) {
        return book(symbol).hash(updateId);
    }

    /** The canonical listing of the best levels as they were after that update. */
    public String trueLevels(String symbol, long updateId, int depth) {
        return book(symbol).listing(updateId, depth);
    }

    /** How many clients hold a socket of that path open. */
    public long clients(String path) {
        return venue.server().peers().stream()
                .filter(peer -> peer.path().equals(path))
                .count();
    }

    /** How many of our pings were answered, over the sockets that are open now. */
    public int pongs() {
        return venue.server().peers().stream().mapToInt(Peer::pongs).sum();
    }

    /** Pings every client, as Binance does every three minutes. */
    public void ping() {
        venue.eachPeer(Peer::ping);
    }

    /** Sends a text frame, whatever it holds, to the clients of a path. */
    public void sendRaw(String path, String text) {
        each(path, peer -> peer.sendText(text));
    }

    /** Ends the sockets of a path with a goodbye, as before maintenance. */
    public void goodbye(String path, int code, String reason) {
        each(path, peer -> peer.send(WebSocketWire.close(code, reason)));
    }

    /** Ends the sockets of a path without a goodbye. */
    public void cut(String path) {
        each(path, Peer::cut);
    }

    /** Resets the sockets of a path in the middle of their next frame. */
    public void reset(String path) {
        each(path, Peer::reset);
    }

    /** Leaves the sockets of a path open and says nothing more on them. */
    public void freeze(String path) {
        each(path, Peer::freeze);
    }

    /** Slows the sockets of a path down to a byte each so often; {@link Duration#ZERO} ends it. */
    public void trickle(String path, Duration apart) {
        each(path, peer -> peer.trickle(apart));
    }

    /** Publishes a diff by which the best bid is above the best ask, which it is not. */
    public void crossBook(String symbol) {
        exchange.faults(Venue.BINANCE).start(new Fault.CrossedBook(symbol)).end();
    }

    private void each(String path, Consumer<Peer> action) {
        venue.server().peers().stream().filter(peer -> peer.path().equals(path)).forEach(action);
    }

    /** From now on nobody listens on the port; open connections stay. */
    public void refuseConnections() throws IOException {
        venue.server().stopListening();
    }

    /** Listens again, on the same port. */
    public void acceptConnections() throws IOException {
        venue.server().listen();
    }

    @Override
    public void close() {
        if (player != null) {
            player.interrupt();
        }
        exchange.close();
    }
}
