package io.faultline.practice;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A plain client of one socket, which keeps what it hears; it answers pings by itself. */
final class Client implements WebSocket.Listener, AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final Consumer<String> listener;
    private final WebSocket socket;
    private volatile boolean pinged;
    private volatile String ended = "";

    Client(URI uri, Consumer<String> listener) {
        this.listener = listener;
        socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    Client(URI uri) {
        this(uri, text -> {});
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            heard.add(text);
            listener.accept(text);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pinged = true;
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ended = code + " " + reason;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended = "error";
    }

    synchronized void say(String text) {
        socket.sendText(text, true).join();
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
        socket.abort();
    }
}
