package io.faultline.cli;

import io.faultline.desk.FeedView;
import io.faultline.desk.VenueView;
import io.faultline.feed.FeedPolicy;
import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Goes the way of the data from the name of a venue's host to each topic, and says how far it comes. Topics for which
 * silence is normal, such as liquidations, are well when none comes.
 */
final class Checkup {
    private static final int CONNECT_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 50;

    /**
     * @param millis how long it took, or was waited for
     * @param detail what was seen, or why it failed, in words
     */
    record Step(String step, boolean ok, long millis, String detail) {}

    private final VenueAdapter adapter;
    private final String symbol;
    private final Duration patience;
    private final List<Step> steps = new ArrayList<>();

    Checkup(VenueAdapter adapter, String symbol, Duration patience) {
        this.adapter = adapter;
        this.symbol = symbol;
        this.patience = patience;
    }

    List<Step> run() throws InterruptedException {
        List<URI> hosts = new ArrayList<>();
        hosts.add(adapter.serverTime().uri());
        adapter.sockets(List.of(symbol)).forEach(plan -> hosts.add(plan.uri()));
        for (URI uri : hosts.stream()
                .collect(Collectors.toMap(URI::getHost, Function.identity(), (a, b) -> a))
                .values()) {
            timed(
                    "dns",
                    () -> uri.getHost() + " is "
                            + InetAddress.getByName(uri.getHost()).getHostAddress());
            if (List.of("https", "wss").contains(uri.getScheme())) {
                timed("tls", () -> handshake(uri));
            }
        }
        try (LiveSession session = new LiveSession(
                symbol, List.of(adapter), FeedPolicy.standard(), new LiveJournal(Path.of("journal"), symbol))) {
            long start = System.nanoTime();
            watch(session, start, "rest", this::rest);
            for (VenueAdapter.SocketPlan plan : adapter.sockets(List.of(symbol))) {
                watch(session, start, "socket", venue -> connection(venue, plan.name()));
            }
            watch(session, start, "snapshot", Checkup::book);
            for (Topic topic : Topic.values()) {
                watch(session, start, name(topic), venue -> topic(venue, topic));
            }
        }
        return steps;
    }

    private static String handshake(URI uri) throws IOException {
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secure = (SSLSocket) factory.createSocket(plain, uri.getHost(), port, true)) {
                secure.setSoTimeout(CONNECT_MILLIS);
                secure.startHandshake();
                return uri.getHost() + ": " + secure.getSession().getProtocol();
            }
        }
    }

    /** Something that may fail with the network's own words. */
    private interface Attempt {
        String run() throws IOException;
    }

    private void timed(String step, Attempt attempt) {
        long start = System.nanoTime();
        String detail;
        boolean ok = true;
        try {
            detail = attempt.run();
        } catch (IOException e) {
            ok = false;
            detail = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        steps.add(new Step(step, ok, millisSince(start), detail));
    }

    /** What has been seen of a step so far: done or not, and in which words. */
    private record Seen(boolean done, String words) {}

    private void watch(LiveSession session, long start, String step, Function<VenueView, Seen> look)
            throws InterruptedException {
        Seen seen = look.apply(session.view().venues().get(0));
        while (!seen.done() && System.nanoTime() - start < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            seen = look.apply(session.view().venues().get(0));
        }
        steps.add(new Step(step, seen.done(), millisSince(start), seen.words()));
    }

    private Seen rest(VenueView venue) {
        if (venue.listing() != null) {
            return new Seen(
                    true, "lists " + symbol + ", tick " + venue.listing().tick().toPlainString());
        }
        return new Seen(false, connection(venue, "rest").words());
    }

    private static Seen connection(VenueView venue, String name) {
        for (FeedStatus status : venue.feed().connections()) {
            if (status.connection().equals(name)) {
                boolean up = status.state() == FeedStatus.State.UP;
                return new Seen(
                        up,
                        name + ": " + status.state().name().toLowerCase(Locale.ROOT)
                                + (status.detail().isEmpty() ? "" : ", " + status.detail()));
            }
        }
        return new Seen(false, name + ": not tried");
    }

    private static Seen book(VenueView venue) {
        var book = venue.book();
        return book.live()
                ? new Seen(true, book.depth().bids() + " bids, " + book.depth().asks() + " asks within 10 %")
                : new Seen(false, book.reason());
    }

    private static Seen topic(VenueView venue, Topic topic) {
        boolean mayBeSilent = topic == Topic.LIQUIDATIONS
                && venue.feed().connections().stream()
                        .anyMatch(status -> status.state() == FeedStatus.State.UP
                                && status.topics().contains(Topic.LIQUIDATIONS));
        for (FeedView.TopicView view : venue.feed().topics()) {
            if (view.topic() == topic && view.count() > 0) {
                return new Seen(true, view.count() + " messages");
            }
        }
        return new Seen(mayBeSilent, mayBeSilent ? "none yet, which is normal" : "nothing came");
    }

    private static String name(Topic topic) {
        return topic.title().replace(' ', '-');
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
