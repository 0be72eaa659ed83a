package io.faultline.feed;

import io.faultline.market.MarketEvent;
import io.faultline.venue.VenueAdapter.SocketPlan;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one of the venue's planned sockets; it is opened once and never again. What happens on it its connection hears. */
final class VenueSocket extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(VenueSocket.class);

    /** A longer text is none that only shows that the venue is there. */
    private static final int LONGEST_PONG = 256;

    private final String name;
    private final Connection owner;
    private final SocketPlan plan;
    private final FeedContext context;
    private final TopicWatch watch;
    private final Talk talk;
    private final Consumer<MarketEvent> sink;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final InFlight.Wire wire = new InFlight.Wire();
    private final Optional<InFlight> inFlight;
    private volatile InFlight.@Nullable Ends ends;
    private volatile long openedNanos;
    private volatile long heardNanos;
    private volatile long pongNanos;
    private volatile boolean started;
    private volatile boolean aborted;
    private String givenUp = ""; // on the loop's thread
    private String failure = ""; // on the loop's thread
    private boolean ended; // guarded by the door

    VenueSocket(String name, Connection owner, SocketPlan plan, FeedContext context) {
        super(
                plan.uri(),
                new Draft_6455(List.of(), context.policy().sockets().maxFrameBytes()),
                Map.of("User-Agent", UserAgent.TEXT),
                (int) context.policy().sockets().connectTimeout().toMillis());
        this.name = name;
        this.owner = owner;
        this.plan = plan;
        this.context = context;
        watch = new TopicWatch(plan.topics());
        talk = new Talk(this, plan, context);
        inFlight = context.ports().market().map(MarketTime::inFlight);
        Consumer<MarketEvent> out = context.ports().sink();
        sink = event -> {
            watch.seen(event); // before it is given away
            owner.heard(this, event);
            out.accept(event);
        };
        setDaemon(true);
        setTcpNoDelay(true);
        // The library pings by the computer's clock, which a market with a time of its own does not go by.
        setConnectionLostTimeout(
                inFlight.isPresent()
                        ? 0
                        : (int) context.policy().sockets().pingEvery().toSeconds());
        Proxy proxy = proxyFor(plan.uri());
        if (proxy.type() != Proxy.Type.DIRECT) {
            setProxy(proxy);
            setDnsResolver(null); // the proxy looks the name up, we may not be able to
        }
    }

    private static Proxy proxyFor(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return Proxy.NO_PROXY;
        }
        String scheme = "wss".equals(uri.getScheme()) ? "https" : "http";
        List<Proxy> proxies = selector.select(URI.create(scheme + "://" + uri.getRawAuthority() + "/"));
        return proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
    }

    @Override
    public void connect() {
        started = true;
        inFlight.ifPresent(InFlight::began);
        super.connect();
    }

    /** Connects, unless it was given up before it came to that. */
    void connectLate() {
        if (!aborted) {
            connect();
        }
    }

    @Override
    public void run() {
        Thread.currentThread()
                .setName("feed-" + context.adapter().venue().id() + "-" + plan.name() + "-"
                        + Thread.currentThread().getId());
        super.run();
        stopConnectionLostTimer(); // a close in the same moment as the opening would leave it running
        if (!opened()) {
            endWriter();
        }
        inFlight.ifPresent(this::ended);
        finished.countDown();
    }

    /**
     * A close that comes while the library connects finds no writer yet to end: the writer would wait for frames ever
     * after, and hold the connection. A byte makes it find out that the connection is closed.
     */
    private void endWriter() {
        closeTcp();
        ((WebSocketImpl) getConnection()).outQueue.add(ByteBuffer.wrap(new byte[1]));
    }

    private void closeTcp() {
        Socket socket = getSocket();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException unclosable) {
                LOG.debug("closing {}", plan.uri(), unclosable);
            }
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        long now = now();
        heardNanos = now;
        watch.start(now);
        openedNanos = now;
        owner.opened(this);
        inFlight.ifPresent(this::established);
    }

    private void established(InFlight flying) {
        InFlight.Ends own =
                new InFlight.Ends(getSocket().getLocalPort(), getSocket().getPort());
        ends = own;
        flying.opened(own, wire);
        flying.ended();
    }

    private void ended(InFlight flying) {
        InFlight.Ends own = ends;
        if (own == null) {
            flying.ended(); // it was never opened
        } else {
            flying.closed(own);
        }
    }

    @Override
    public void send(String text) {
        wire.say();
        super.send(text);
    }

    @Override
    public void onMessage(String text) {
        long now = now();
        heardNanos = now;
        String pong = plan.keepAlive().pong();
        if (!pong.isEmpty() && text.length() <= LONGEST_PONG && text.contains(pong)) {
            pongNanos = now;
        }
        context.door().text(this, text);
        wire.take();
        inFlight.ifPresent(InFlight::changed);
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
        heardNanos = now();
        LOG.debug("{}: {} binary bytes, which no venue of ours sends", plan.name(), bytes.remaining());
    }

    @Override
    public void onWebsocketPing(WebSocket connection, Framedata frame) {
        heardNanos = now();
        super.onWebsocketPing(connection, frame);
    }

    @Override
    public void onWebsocketPong(WebSocket connection, Framedata frame) {
        heardNanos = now();
        super.onWebsocketPong(connection, frame);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        owner.closed(this, code, reason == null ? "" : reason);
    }

    @Override
    public void onError(Exception failure) {
        LOG.debug("{} {}", plan.name(), plan.uri(), failure);
        owner.failed(this, Words.cause(failure));
    }

    /** Closes it at once, whatever it is doing; {@link #onClose} follows. From any thread. */
    void abort(String reason) {
        aborted = true;
        wire.leave();
        close(CloseFrame.NORMAL);
        closeConnection(CloseFrame.ABNORMAL_CLOSE, reason);
        if (!opened()) {
            closeTcp(); // the library would go on connecting
        }
    }

    /** Keeps why it failed, for a close that gives no reason. On the loop's thread. */
    void noteFailure(String cause) {
        failure = cause;
    }

    /** Why it was closed, as far as anybody said. On the loop's thread. */
    String reason(String closeReason) {
        if (closeReason.contains("did not respond with a pong")) {
            return "no answer to our pings";
        }
        if (!closeReason.isBlank()) {
            return closeReason;
        }
        return failure.isEmpty() ? "the other end went away without a word" : failure;
    }

    /** Waits for its thread to end. */
    boolean awaitFinished(long nanos) throws InterruptedException {
        return !started || finished.await(nanos, TimeUnit.NANOSECONDS);
    }

    private long now() {
        return context.now();
    }

    /** Its own name, see {@link io.faultline.market.SocketNames}. */
    String connection() {
        return name;
    }

    Talk talk() {
        return talk;
    }

    /** It has to be replaced. On the loop's thread. */
    void giveUp(String reason) {
        givenUp = reason;
    }

    /** Why it has to be replaced; empty while it need not be. On the loop's thread. */
    String givenUp() {
        return givenUp;
    }

    /** When the venue last answered a text that asks for it; 0 before. */
    long pongNanos() {
        return pongNanos;
    }

    String url() {
        return plan.uri().toString();
    }

    TopicWatch watch() {
        return watch;
    }

    Consumer<MarketEvent> sink() {
        return sink;
    }

    /** When it was opened, nanoseconds since 1970; 0 before. */
    long openedNanos() {
        return openedNanos;
    }

    boolean opened() {
        return openedNanos > 0;
    }

    /** When anything last came, a pong included. */
    long heardNanos() {
        return heardNanos;
    }

    /** Whether its end has been told; guarded by the door. */
    boolean ended() {
        return ended;
    }

    /** Tells its end, once; guarded by the door. Returns whether it was open until now. */
    boolean end() {
        boolean first = !ended && opened();
        ended = true;
        return first;
    }
}
