package io.faultline.practice;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Listens on one port of loopback and serves HTTP requests and WebSockets, each connection on its own thread. */
final class Server {
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final int REQUESTS_KEPT = 10_000;

    private final PracticeVenue venue;
    private final @Nullable Deliveries deliveries;
    private final Random random;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final ArrayDeque<String> requests = new ArrayDeque<>();
    private final int port;
    private ServerSocket listening;
    private @Nullable Thread accepting;

    /**
     * Has a port from here on, and serves nobody before {@link #listen}.
     *
     * @param deliveries of an exchange that goes step by step; null if each client has a thread that writes
     */
    Server(PracticeVenue venue, long seed, @Nullable Deliveries deliveries) throws IOException {
        this.venue = venue;
        this.deliveries = deliveries;
        random = new Random(seed);
        listening = bind(0);
        port = listening.getLocalPort();
    }

    int port() {
        return port;
    }

    List<Peer> peers() {
        return peers;
    }

    /** The latest paths and queries that were asked for, in order. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void note(String request) {
        synchronized (requests) {
            requests.add(request);
            if (requests.size() > REQUESTS_KEPT) {
                requests.remove();
            }
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** Comes back when nobody is let in any more: the thread that waits for clients may still take one. */
    void stopListening() throws IOException {
        listening.close();
        Thread waiting = accepting;
        if (waiting != null) {
            try {
                waiting.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void listen() throws IOException {
        if (listening.isClosed()) {
            listening = bind(port);
        }
        ServerSocket socket = listening;
        Thread waiting = thread(() -> accept(socket), "accept");
        waiting.start();
        accepting = waiting;
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket socket = from.accept();
                sockets.add(socket);
                thread(() -> serve(socket), "connection").start();
            }
        } catch (IOException closed) {
            sockets.removeIf(Socket::isClosed);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            HttpHead head = HttpHead.read(in);
            while (head != null && !head.upgrades()) {
                note(head.path() + (head.query().isEmpty() ? "" : "?" + head.query()));
                Answer answer = venue.answer(head);
                byte[] bytes = HttpHead.answer(answer.status(), answer.headers(), answer.body());
                Slowly.write(out, bytes, venue.faults().trickle(head.path()));
                head = HttpHead.read(in);
            }
            if (head != null) {
                upgrade(head, socket, in, out);
            }
        } catch (IOException gone) {
            sockets.remove(socket);
        }
        sockets.remove(socket);
    }

    private void upgrade(HttpHead head, Socket socket, DataInputStream in, OutputStream out) throws IOException {
        note(head.path());
        Faults.Refusal refusal = venue.faults().refusal(head.path()).orElse(null);
        if (refusal != null) {
            out.write(HttpHead.answer(refusal.status(), refusal.headers(), refusal.body()));
            out.flush();
            return;
        }
        Peer peer = new Peer(socket, head.path(), venue, random, deliveries);
        venue.opened(peer);
        peers.add(peer);
        @Nullable Thread writer = deliveries == null ? thread(() -> write(peer), "writer") : null;
        try {
            out.write(WebSocketWire.accepted(head.headers().getOrDefault("sec-websocket-key", "")));
            out.flush();
            if (writer != null) {
                writer.start();
            }
            peer.read(in);
        } finally {
            venue.closed(peer);
            peers.remove(peer);
            if (writer != null) {
                writer.interrupt();
            }
        }
    }

    private static void write(Peer peer) {
        try {
            peer.write();
            peer.end();
        } catch (IOException gone) {
            peer.end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, "practice-" + name + "-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Ends every connection. */
    void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
