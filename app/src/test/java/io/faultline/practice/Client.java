package io.faultline.practice;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** A plain client of one socket, which keeps what it hears and answers pings. */
final class Client implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final WebSocketClient socket;
    private volatile boolean pinged;
    private volatile String ended = "";
    private volatile @Nullable Exception trouble;

    /** Connected from here on; fails with {@link IllegalStateException} if it cannot be. */
    Client(URI uri, Consumer<String> listener) {
        socket = new WebSocketClient(uri) {
            @Override
            public void onOpen(ServerHandshake handshake) {}

            @Override
            public void onMessage(String text) {
                heard.add(text);
                listener.accept(text);
            }

            @Override
            public void onWebsocketPing(WebSocket from, Framedata ping) {
                pinged = true;
                super.onWebsocketPing(from, ping);
            }

            @Override
            public void onClose(int code, String reason, boolean remote) {
                ended = code == 1006 || code < 0 ? "error" : code + " " + reason;
            }

            @Override
            public void onError(Exception error) {
                trouble = error;
            }
        };
        socket.setConnectionLostTimeout(0);
        try {
            if (!socket.connectBlocking()) {
                throw new IllegalStateException("not connected to " + uri, trouble);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Client(URI uri) {
        this(uri, text -> {});
    }

    void say(String text) {
        socket.send(text);
    }

    List<String> heard() {
        return heard;
    }

    boolean pinged() {
        return pinged;
    }

    /** Code and reason of a goodbye, {@code error} without one; empty while it is open. */
    String ended() {
        return ended;
    }

    /** The first message that is like that, waited for. */
    String untilHeard(Predicate<String> like) {
        until(() -> heard.stream().anyMatch(like));
        return heard.stream().filter(like).findFirst().orElseThrow();
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        socket.close();
    }
}
