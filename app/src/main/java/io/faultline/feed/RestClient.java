package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends GETs to one venue within its request budget and its pauses, and says in words what fails. Answers come on one
 * thread of its own, where they are decoded too. Thread-safe.
 *
 * <p>A closed JDK 17 client gives its selector thread and idle sockets back when it is garbage collected, not before.
 */
final class RestClient {
    static final String CONNECTION = "rest";

    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);

    private final VenueAdapter adapter;
    private final FeedPolicy policy;
    private final LongSupplier clock;
    private final Loop loop;
    private final Hold hold;
    private final Door door;
    private final VenueAccess access;
    private final ExecutorService thread;
    private final HttpClient client;
    private final UnderWay underWay;
    private final Set<String> failing = new LinkedHashSet<>();
    private boolean up;

    RestClient(FeedContext context) {
        adapter = context.adapter();
        policy = context.policy();
        clock = context.ports().clock();
        loop = context.loop();
        hold = context.hold();
        door = context.door();
        access = context.access();
        underWay = new UnderWay(context.ports().market().map(MarketTime::inFlight));
        String name = "feed-" + adapter.venue().id() + "-rest";
        thread = Executors.newSingleThreadExecutor(task -> Loop.daemon(task, name));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(policy.requests().connectTimeout())
                .proxy(ProxySelector.getDefault())
                .executor(thread)
                .build();
    }

    /**
     * Sends it as soon as the budget and the venue's pauses allow; never blocks.
     *
     * @param then called on the answers' thread, once, but for a feed that is closed meanwhile
     */
    void get(RestRequest request, Consumer<RestAnswer> then) {
        loop.now(() -> admit(request, then));
    }

    /** As {@link #get}, but at once, whatever the pause: to learn what a refusal means. */
    void probe(RestRequest request, Consumer<RestAnswer> then) {
        execute(() -> send(request, then));
    }

    private void admit(RestRequest request, Consumer<RestAnswer> then) {
        if (hold.lasts()) {
            hold.whenOver(loop, () -> admit(request, then));
            return;
        }
        long wait = access.reserveRequest(request.weight());
        loop.after(wait, () -> hold.whenOver(loop, () -> execute(() -> send(request, then))));
    }

    private void execute(Runnable task) {
        Runnable guarded = Loop.guarded(task);
        underWay.began();
        try {
            thread.execute(() -> {
                guarded.run();
                underWay.ended();
            });
        } catch (RejectedExecutionException closed) {
            underWay.ended();
            LOG.trace("closed, dropped a request", closed);
        }
    }

    /** On the answers' thread, because the JDK looks a host's name up in the caller's. */
    private void send(RestRequest request, Consumer<RestAnswer> then) {
        HttpRequest http = HttpRequest.newBuilder(request.uri())
                .timeout(policy.requests().timeout())
                .header("User-Agent", UserAgent.TEXT)
                .GET()
                .build();
        long sent = clock.getAsLong();
        underWay.began();
        CompletableFuture<HttpResponse<String>> answer;
        try {
            answer = client.sendAsync(
                    http, head -> new BoundedBody(policy.requests().maxBodyBytes()));
        } catch (RejectedExecutionException closed) {
            underWay.ended();
            LOG.trace("closed, dropped a request", closed);
            return;
        }
        // The request's own timeout ends with the head; a body that trickles in would have no end.
        Loop.Timer deadline = loop.after(policy.requests().timeout().toNanos(), () -> answer.cancel(true));
        CompletableFuture<?> unused = answer.handle((response, failure) -> {
            deadline.cancel();
            execute(() -> answered(request, response, failure, sent, then));
            underWay.ended();
            return null;
        });
    }

    private void answered(
            RestRequest request,
            @Nullable HttpResponse<String> response,
            @Nullable Throwable failure,
            long sent,
            Consumer<RestAnswer> then) {
        RestVerdict verdict;
        String body = "";
        if (response != null) {
            body = response.body();
            Map<String, String> headers = headers(response);
            access.used(adapter.usedShare(headers));
            verdict = adapter.judge(response.statusCode(), headers, body);
        } else {
            verdict = new RestVerdict.Failed(failure == null ? "no answer" : Words.cause(failure));
        }
        RestVerdict judged = verdict;
        loop.now(() -> report(request.uri(), judged));
        then.accept(new RestAnswer(verdict, body, sent, clock.getAsLong()));
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    /** One status for each change, not for each request. The clock alone is no reason to worry anybody. */
    private void report(URI uri, RestVerdict verdict) {
        String path = uri.getHost() + uri.getPath();
        if (verdict instanceof RestVerdict.Accepted) {
            failing.remove(path);
            if (!up && failing.isEmpty() && !hold.lasts()) {
                up = true;
                door.status(CONNECTION, State.UP, "", 0, 0);
            }
            return;
        }
        up = false;
        if (verdict instanceof RestVerdict.Limited limited) {
            pause(State.LIMITED, limited.words(), limited.pause());
        } else if (verdict instanceof RestVerdict.Blocked blocked) {
            pause(State.BLOCKED, blocked.words(), policy.waits().blocked());
        } else if (!uri.equals(adapter.serverTime().uri()) && failing.add(path)) {
            State state = verdict instanceof RestVerdict.Maintenance ? State.MAINTENANCE : State.ERROR;
            door.status(CONNECTION, state, path + ": " + Verdicts.words(verdict), 1, 0);
        }
    }

    private void pause(State state, String words, Duration pause) {
        failing.clear(); // what still fails after the pause is said again, in place of the pause
        hold.begin(state, words, pause.toNanos());
        door.status(CONNECTION, state, words, 1, clock.getAsLong() + hold.leftNanos());
    }

    /** Drops what waits and what is under way. */
    void close() throws InterruptedException {
        thread.shutdownNow();
        underWay.close();
        if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
            LOG.warn("the thread for answers did not end within a second");
        }
    }
}
