package io.faultline.practice;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A Binance on loopback: HTTP and WebSocket on one port of the system's choosing, one market for each symbol, and faults
 * on request. Everything it started ends with {@link #close}.
 */
public final class LoopbackExchange implements AutoCloseable {
    private static final String THREADS = "practice-";

    private final Faults faults = new Faults();
    private final Map<String, SymbolMarket> markets = new LinkedHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final RestDesk rest = new RestDesk(markets, faults, System::currentTimeMillis);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "market"));
    private ServerSocket server;

    private LoopbackExchange() throws IOException {
        server = listen(0);
    }

    /** An exchange with a market by chance for each symbol, which publishes a diff every {@code diffEvery}. */
    public static LoopbackExchange generated(long seed, Duration diffEvery, String... symbols) throws IOException {
        LoopbackExchange exchange = new LoopbackExchange();
        for (String symbol : symbols) {
            GeneratedSource source = new GeneratedSource(exchange.addMarket(symbol), seed + symbol.hashCode());
            exchange.every(diffEvery, () -> source.step(System.currentTimeMillis()));
        }
        exchange.accept();
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
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Where sockets are opened. */
    public URI websocket() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    /** What it does wrong. */
    public Faults faults() {
        return faults;
    }

    /** The paths that were asked for, in order, each with its query. */
    public List<String> requests() {
        return List.copyOf(requests);
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
        return peers.stream().filter(peer -> peer.path().equals(path)).count();
    }

    /** How many of our pings were answered, over the sockets that are open now. */
    public int pongs() {
        return peers.stream().mapToInt(Peer::pongs).sum();
    }

    /** Pings every client, as Binance does every three minutes. */
    public void ping() {
        peers.forEach(Peer::ping);
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
        peers.stream().filter(peer -> peer.path().equals(path)).forEach(action);
    }

    /** From now on nobody listens on the port; open connections stay. */
    public void refuseConnections() throws IOException {
        server.close();
    }

    /** Listens again, on the same port. */
    public void acceptConnections() throws IOException {
        server = listen(server.getLocalPort());
        accept();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void publish(String stream, String data) {
        for (String message : faults.onStream(stream, BinanceDialect.envelope(stream, data))) {
            byte[] frame = WebSocketWire.text(message);
            peers.stream().filter(peer -> peer.takes(stream)).forEach(peer -> peer.send(frame));
        }
    }

    private void accept() {
        ServerSocket listening = server;
        thread(
                        () -> {
                            try {
                                while (true) {
                                    Socket socket = listening.accept();
                                    sockets.add(socket);
                                    thread(() -> serve(socket), "connection").start();
                                }
                            } catch (IOException closed) {
                                sockets.removeIf(Socket::isClosed);
                            }
                        },
                        "accept")
                .start();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            HttpHead head = HttpHead.read(in);
            while (head != null && !head.upgrades()) {
                requests.add(head.path() + (head.query().isEmpty() ? "" : "?" + head.query()));
                RestDesk.Answer answer = rest.answer(head);
                byte[] bytes = HttpHead.answer(answer.status(), answer.headers(), answer.body());
                Slowly.write(out, bytes, faults.trickle(head.path()));
                head = HttpHead.read(in);
            }
            if (head != null) {
                upgrade(head, socket, in, out);
            }
        } catch (IOException gone) {
            sockets.remove(socket);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        sockets.remove(socket);
    }

    private void upgrade(HttpHead head, Socket socket, DataInputStream in, OutputStream out)
            throws IOException, InterruptedException {
        requests.add(head.path());
        Faults.Refusal refusal = faults.refusal(head.path()).orElse(null);
        if (refusal != null) {
            out.write(HttpHead.answer(refusal.status(), refusal.headers(), refusal.body()));
            out.flush();
            return;
        }
        out.write(WebSocketWire.accepted(head.headers().getOrDefault("sec-websocket-key", "")));
        out.flush();
        Peer peer = new Peer(socket, head.path(), faults);
        peers.add(peer);
        Thread writer = thread(() -> write(peer, out), "writer");
        writer.start();
        try {
            peer.read(in);
        } finally {
            peers.remove(peer);
            writer.interrupt();
        }
    }

    private static void write(Peer peer, OutputStream out) {
        try {
            peer.write(out);
        } catch (IOException gone) {
            peer.cut();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, THREADS + name + "-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
