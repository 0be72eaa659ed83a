package io.faultline.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.practice.WebSocketWire.ClientFrame;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One client of one of the exchange's sockets: reads what it asks for on its connection's thread, and writes to it on
 * another, so that a slow client holds up nobody.
 */
final class Peer {
    private static final byte[] PING = "1732200000000".getBytes(StandardCharsets.UTF_8);

    private final Socket socket;
    private final String path;
    private final Faults faults;
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<byte[]> out = new LinkedBlockingQueue<>();
    private final AtomicInteger pongs = new AtomicInteger();
    private volatile boolean frozen;
    private volatile Duration betweenBytes = Duration.ZERO;
    private volatile boolean resetting;

    Peer(Socket socket, String path, Faults faults) {
        this.socket = socket;
        this.path = path;
        this.faults = faults;
    }

    String path() {
        return path;
    }

    /** How often it answered a ping rightly. */
    int pongs() {
        return pongs.get();
    }

    /** Reads until the client goes; on the connection's thread. */
    void read(DataInputStream in) throws IOException {
        while (true) {
            ClientFrame frame = WebSocketWire.read(in);
            if (frozen) {
                continue;
            }
            switch (frame.opcode()) {
                case WebSocketWire.TEXT -> request(frame.text());
                case WebSocketWire.PING -> {
                    if (!faults.pingsUnanswered()) {
                        out.add(WebSocketWire.frame(WebSocketWire.PONG, frame.payload()));
                    }
                }
                case WebSocketWire.PONG -> pongs.addAndGet(Arrays.equals(frame.payload(), PING) ? 1 : 0);
                case WebSocketWire.CLOSE -> {
                    return;
                }
                default -> throw new IOException("unexpected opcode " + frame.opcode());
            }
        }
    }

    /** Binance acknowledges every stream, that of another path too, which then never delivers. */
    private void request(String text) {
        JsonObject request = JsonParser.parseString(text).getAsJsonObject();
        for (JsonElement stream : request.getAsJsonArray("params")) {
            if ("SUBSCRIBE".equals(request.get("method").getAsString())) {
                streams.add(stream.getAsString());
            } else {
                streams.remove(stream.getAsString());
            }
        }
        out.add(WebSocketWire.text(BinanceDialect.acknowledged(request.get("id").toString())));
    }

    boolean takes(String stream) {
        return streams.contains(stream) && path.equals(pathOf(stream));
    }

    private static String pathOf(String stream) {
        boolean highFrequency =
                stream.contains("@depth") || stream.endsWith("@bookTicker") || stream.endsWith("@trade");
        return highFrequency ? "/public/stream" : "/market/stream";
    }

    void send(byte[] frame) {
        out.add(frame);
    }

    void ping() {
        out.add(WebSocketWire.frame(WebSocketWire.PING, PING));
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
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            frozen = true;
        }
    }

    /** Writes until the socket is closed; on a thread of its own. */
    void write(OutputStream to) throws IOException, InterruptedException {
        while (!socket.isClosed()) {
            byte[] frame = out.take();
            if (frozen) {
                continue;
            }
            if (resetting) {
                to.write(frame, 0, frame.length / 2);
                to.flush();
                socket.setSoLinger(true, 0); // closing now sends RST
                socket.close();
                return;
            }
            Slowly.write(to, frame, betweenBytes);
        }
    }
}
