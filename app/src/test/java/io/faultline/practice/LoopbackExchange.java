package io.faultline.practice;

import io.faultline.journal.JournalReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Binance on loopback: HTTP and WebSocket on one port of the system's choosing, one market for each symbol, and faults
 * on request. Everything it started ends with {@link #close}.
 */
public final class LoopbackExchange implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Map<String, SymbolMarket> markets = new LinkedHashMap<>();
    private final Server server;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> Server.thread(task, "market"));
    private @Nullable Thread player;

    private LoopbackExchange() throws IOException {
        server = new Server(new RestDesk(markets, faults, System::currentTimeMillis), faults);
    }

    /** An exchange with a market by chance for each symbol, which publishes a diff every {@code diffEvery}. */
    public static LoopbackExchange generated(long seed, Duration diffEvery, String... symbols) throws IOException {
        LoopbackExchange exchange = new LoopbackExchange();
        for (String symbol : symbols) {
            GeneratedSource source = new GeneratedSource(exchange.addMarket(symbol), seed + symbol.hashCode());
            exchange.every(diffEvery, () -> source.step(System.currentTimeMillis()));
        }
        exchange.server.listen();
        return exchange;
    }

    /** An exchange on which a journal plays itself at a multiple of the speed at which it was recorded. */
    public static LoopbackExchange playing(JournalReader journal, String symbol, double speed) throws IOException {
        LoopbackExchange exchange = new LoopbackExchange();
        JournalSource source = new JournalSource(exchange.addMarket(symbol), journal, speed);
        exchange.player = Server.thread(source::play, "journal");
        exchange.server.listen();
        exchange.player.start();
        return exchange;
    }

    private SymbolMarket addMarket(String symbol) {
        SymbolMarket market = new SymbolMarket(symbol, this::publish);
        markets.put(symbol, market);
        return market;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    private void every(Duration period, Runnable task) {
        clock.scheduleAtFixedRate(task, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Where requests go. */
    public URI rest() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Where sockets are opened. */
    public URI websocket() {
        return URI.create("ws://127.0.0.1:" + server.port());
    }

    /** What it does wrong. */
    public Faults faults() {
        return faults;
    }

    /** The paths that were asked for, in order, each with its query. */
    public List<String> requests() {
        return server.requests();
    }

    /** The newest update of that book. */
    public long updateId(String symbol) {
        return market(symbol).book().updateId();
    }

    /** SHA-256 of the canonical listing of the book as it was after that update. */
    public String trueBookHash(String symbol, long updateId) {
        return market(symbol).book().at(updateId).hash();
    }

    /** The canonical listing of the best levels as they were after that update. */
    public String trueLevels(String symbol, long updateId, int depth) {
        return market(symbol).book().at(updateId).canonical(depth);
    }

    private SymbolMarket market(String symbol) {
        SymbolMarket market = markets.get(symbol);
        if (market == null) {
            throw new IllegalArgumentException("no market of " + symbol);
        }
        return market;
    }

    /** How many clients hold a socket of that path open. */
    public long clients(String path) {
        return server.peers().stream().filter(peer -> peer.path().equals(path)).count();
    }

    /** How many of our pings were answered, over the sockets that are open now. */
    public int pongs() {
        return server.peers().stream().mapToInt(Peer::pongs).sum();
    }

    /** Pings every client, as Binance does every three minutes. */
    public void ping() {
        server.peers().forEach(Peer::ping);
    }

    /** Sends a text frame, whatever it holds, to the clients of a path. */
    public void sendRaw(String path, String text) {
        each(path, peer -> peer.send(WebSocketWire.text(text)));
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
        SymbolMarket market = market(symbol);
        clock.execute(() -> market.publishLie(
                System.currentTimeMillis(),
                List.of(new TrueBook.Change(true, market.book().bestAsk().add(BigDecimal.ONE), BigDecimal.TEN))));
    }

    private void each(String path, Consumer<Peer> action) {
        server.peers().stream().filter(peer -> peer.path().equals(path)).forEach(action);
    }

    /** From now on nobody listens on the port; open connections stay. */
    public void refuseConnections() throws IOException {
        server.stopListening();
    }

    /** Listens again, on the same port. */
    public void acceptConnections() throws IOException {
        server.listen();
    }

    private void publish(String stream, String data) {
        for (String message : faults.onStream(stream, BinanceDialect.envelope(stream, data))) {
            byte[] frame = WebSocketWire.text(message);
            server.peers().stream().filter(peer -> peer.takes(stream)).forEach(peer -> peer.send(frame));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (player != null) {
            player.interrupt();
        }
        server.close();
    }
}
