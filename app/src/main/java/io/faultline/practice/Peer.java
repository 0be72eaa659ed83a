package io.faultline.practice;

import io.faultline.practice.WebSocketWire.ClientFrame;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One client of one of the exchange's sockets: reads what it asks for on its connection's thread, and writes to it on
 * another, so that a slow client holds up nobody; one that is too far behind is cut. Where the exchange goes step by step
 * the writing is done by whoever delivers.
 */
final class Peer {
    /** Beyond this it is cut, as venues do (OKX: close code 4005). */
    private static final long MOST_BYTES_BEHIND = 64L << 20;

    private static final int WRITE_BUFFER = 1 << 16;

    private final Socket socket;
    private final String path;
    private final PracticeVenue venue;
    private final String id;
    private final OutputStream to;
    private final @Nullable Deliveries deliveries;
    private final LinkedBlockingQueue<byte[]> out = new LinkedBlockingQueue<>();
    private final AtomicLong bytesBehind = new AtomicLong();
    private final AtomicInteger pongs = new AtomicInteger();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicLong textsSent = new AtomicLong();
    private final AtomicLong textsHeard = new AtomicLong();
    private final Map<String, byte[]> held = new HashMap<>();
    private volatile long heardMillis;
    private volatile long pingedMillis;
    private volatile long toldMillis;
    private volatile boolean frozen;
    private volatile Duration betweenBytes = Duration.ZERO;
    private volatile boolean resetting;
    private volatile boolean goodbyeSaid;
    private long messages;

    /** @param deliveries of an exchange that goes step by step; null if each client has a thread that writes */
    Peer(Socket socket, String path, PracticeVenue venue, Random random, @Nullable Deliveries deliveries)
            throws IOException {
        this.socket = socket;
        this.path = path;
        this.venue = venue;
        this.deliveries = deliveries;
        to = new BufferedOutputStream(socket.getOutputStream(), WRITE_BUFFER);
        id = String.format(
                "%08x-%04x-4%03x-8%03x-%012x",
                random.nextInt(),
                random.nextInt(1 << 16),
                random.nextInt(1 << 12),
                random.nextInt(1 << 12),
                random.nextLong() >>> 16);
        heardMillis = venue.trueMillis();
        pingedMillis = heardMillis;
        toldMillis = heardMillis;
    }

    String path() {
        return path;
    }

    /** Names the connection, as most venues do in their answers. */
    String id() {
        return id;
    }

    /** How often it answered a ping. */
    int pongs() {
        return pongs.get();
    }

    /** When it was last heard of, and last pinged. */
    long heardMillis() {
        return heardMillis;
    }

    long pingedMillis() {
        return pingedMillis;
    }

    /** When anything was last written to it. */
    long toldMillis() {
        return toldMillis;
    }

    /** Whether the last ping has been answered. */
    boolean answered() {
        return pongs.get() >= pings.get();
    }

    /** Counts the messages of the connection from 0, under the venue's lock. */
    long nextMessage() {
        return messages++;
    }

    /** Reads until the client goes; on the connection's thread. */
    void read(DataInputStream in) throws IOException {
        while (true) {
            ClientFrame frame = WebSocketWire.read(in);
            if (frozen) {
                if (frame.opcode() == WebSocketWire.TEXT) {
                    textsHeard.incrementAndGet();
                }
                continue;
            }
            heardMillis = venue.trueMillis();
            switch (frame.opcode()) {
                case WebSocketWire.TEXT -> {
                    venue.text(this, frame.text());
                    textsHeard.incrementAndGet();
                }
                case WebSocketWire.PING -> {
                    if (!venue.faults().pingsUnanswered()) {
                        send(WebSocketWire.frame(WebSocketWire.PONG, frame.payload()));
                    }
                }
                case WebSocketWire.PONG -> pongs.incrementAndGet();
                case WebSocketWire.CLOSE -> {
                    send(WebSocketWire.frame(WebSocketWire.CLOSE, frame.payload()));
                    return;
                }
                default -> throw new IOException("unexpected opcode " + frame.opcode());
            }
        }
    }

    /** Sends a message of a topic, or what becomes of it; under the venue's lock. */
    void send(String topic, byte[] frame, Fate fate) {
        switch (fate) {
            case SENT -> send(frame);
            case LOST -> {}
            case TWICE -> {
                send(frame);
                send(frame);
            }
            case HELD -> held.put(topic, frame);
            case OVERTAKES -> {
                send(frame);
                byte[] overtaken = held.remove(topic);
                if (overtaken != null) {
                    send(overtaken);
                }
            }
        }
    }

    void send(byte[] frame) {
        if (deliveries != null) {
            deliveries.frame(this, frame);
            return;
        }
        if (bytesBehind.addAndGet(frame.length) > MOST_BYTES_BEHIND) {
            cut();
            return;
        }
        out.add(frame);
    }

    void send(Json json) {
        send(json.frame());
    }

    void sendText(String text) {
        send(WebSocketWire.text(text));
    }

    /** Pings it, with the time as payload. */
    void ping() {
        pingedMillis = venue.trueMillis();
        send(WebSocketWire.frame(WebSocketWire.PING, Long.toString(pingedMillis).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Says and hears nothing more, but does not go away. */
    void freeze() {
        frozen = true;
    }

    /** Bytes come one by one, so far apart. */
    void trickle(Duration apart) {
        betweenBytes = apart;
    }

    /** Breaks off in the middle of the next frame, without a goodbye. */
    void reset() {
        resetting = true;
    }

    /** Goes without a goodbye. */
    void cut() {
        if (deliveries != null) {
            deliveries.cut(this);
        } else {
            end();
        }
    }

    /** Goes at once. */
    void end() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            frozen = true;
        }
    }

    /** Writes until the socket is closed; on a thread of its own. */
    void write() throws IOException, InterruptedException {
        while (!socket.isClosed()) {
            byte[] frame = out.take();
            bytesBehind.addAndGet(-frame.length);
            if (!write(frame)) {
                return;
            }
            if (out.isEmpty()) {
                flush();
            }
        }
    }

    /** Writes a frame; false if that was the end. */
    boolean write(byte[] frame) throws IOException {
        if (frozen) {
            return true;
        }
        if (resetting) {
            to.write(frame, 0, frame.length / 2);
            to.flush();
            socket.setSoLinger(true, 0); // closing now sends RST
            return false;
        }
        int opcode = WebSocketWire.opcode(frame);
        goodbyeSaid |= opcode == WebSocketWire.CLOSE;
        Duration apart = betweenBytes;
        if (apart.isZero()) {
            to.write(frame);
        } else {
            Slowly.write(to, frame, apart);
        }
        if (opcode == WebSocketWire.TEXT) {
            textsSent.incrementAndGet();
        } else if (opcode == WebSocketWire.PING) {
            pings.incrementAndGet();
        }
        return true;
    }

    void flush() throws IOException {
        to.flush();
        toldMillis = venue.trueMillis();
    }

    /** How far the two sides are with each other. */
    ClientLine line() {
        return new ClientLine(
                socket.getPort(),
                socket.getLocalPort(),
                textsSent.get(),
                textsHeard.get(),
                socket.isClosed() || (!frozen && (goodbyeSaid || !answered())));
    }
}
