package io.faultline.cli;

import io.faultline.desk.BookView;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Goes the way of the data from the name of a venue's host to each topic, and says how far it comes. A step that hangs on
 * one that failed is not tried. Topics for which silence is normal, such as liquidations, are well when none comes.
 */
final class Checkup {
    private static final int CONNECT_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 50;

    /**
     * @param step {@code dns}, {@code tls}, {@code rest}, {@code socket}, {@code snapshot} or a topic
     * @param millis how long it took, or was waited for
     * @param detail what was seen, or why it failed, in words
     */
    record Step(String step, boolean ok, long millis, String detail) {}

    private final VenueAdapter adapter;
    private final String symbol;
    private final FeedPolicy policy;
    private final Duration patience;
    private final List<Step> steps = new ArrayList<>();

    /** @param symbol canonical */
    Checkup(VenueAdapter adapter, String symbol, FeedPolicy policy, Duration patience) {
        this.adapter = adapter;
        this.symbol = symbol;
        this.policy = policy;
        this.patience = patience;
    }

    /** Takes as long as the slowest step, at most the patience and a few seconds. */
    List<Step> run() throws InterruptedException {
        String spelled = adapter.spelled(symbol);
        List<VenueAdapter.SocketPlan> plans = adapter.sockets(List.of(spelled));
        Map<String, URI> hosts = new LinkedHashMap<>();
        URI rest = adapter.serverTime().uri();
        hosts.put(rest.getHost(), rest);
        plans.forEach(plan -> hosts.putIfAbsent(plan.uri().getHost(), plan.uri()));
        hosts.values().forEach(this::reach);
        LiveJournal unused = new LiveJournal(Path.of("journal"), symbol); // it is never switched on
        try (LiveSession session = new LiveSession(List.of(symbol), List.of(adapter), policy, unused)) {
            long start = System.nanoTime();
            watch(session, start, "rest", this::rest);
            for (VenueAdapter.SocketPlan plan : plans) {
                watch(session, start, "socket", venue -> connection(venue, plan.name()));
            }
            watch(session, start, "snapshot", Checkup::book);
            for (Topic topic : topics(plans)) {
                watch(session, start, name(topic), venue -> topic(venue, topic));
            }
        }
        return steps;
    }

    /** What the venue's sockets carry, and open interest, which some venues tell only when asked. */
    private static Set<Topic> topics(List<VenueAdapter.SocketPlan> plans) {
        Set<Topic> topics = EnumSet.of(Topic.OPEN_INTEREST);
        plans.forEach(plan -> plan.topics().forEach(topic -> topics.add(topic.topic())));
        return topics;
    }

    private void reach(URI uri) {
        boolean named = timed(
                "dns",
                () -> uri.getHost() + " is "
                        + InetAddress.getByName(uri.getHost()).getHostAddress());
        if (named && (uri.getScheme().equals("https") || uri.getScheme().equals("wss"))) {
            timed("tls", () -> handshake(uri));
        }
    }

    private static String handshake(URI uri) throws IOException {
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
            plain.setSoTimeout(CONNECT_MILLIS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secure = (SSLSocket) factory.createSocket(plain, uri.getHost(), port, true)) {
                var parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name counts, as it does for the feed
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                return uri.getHost() + ": " + secure.getSession().getProtocol();
            }
        }
    }

    /** Something that may fail with the network's own words. */
    private interface Attempt {
        String run() throws IOException;
    }

    private boolean timed(String step, Attempt attempt) {
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
        return ok;
    }

    /** What has been seen of a step so far: done or not, and in which words. */
    private record Seen(boolean done, String words) {}

    private void watch(LiveSession session, long start, String step, Function<VenueView, Seen> look)
            throws InterruptedException {
        String waited = patience.toSeconds() + " s";
        Seen seen = look.apply(session.view().venues().get(0));
        while (!seen.done() && System.nanoTime() - start < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            seen = look.apply(session.view().venues().get(0));
        }
        String words = seen.done() || !seen.words().isEmpty() ? seen.words() : "nothing came within " + waited;
        steps.add(new Step(step, seen.done(), millisSince(start), words));
    }

    private Seen rest(VenueView venue) {
        if (venue.listing() != null) {
            return new Seen(
                    true,
                    "lists " + venue.instrument().symbol() + ", tick "
                            + venue.listing().tick().toPlainString());
        }
        Seen listed = connection(venue, venue.instrument().symbol());
        return new Seen(false, (listed.words().isEmpty() ? connection(venue, "rest") : listed).words());
    }

    /** No words where nothing is known of it. */
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
        return new Seen(false, "");
    }

    private static Seen book(VenueView venue) {
        BookView book = venue.book();
        if (!book.live()) {
            return new Seen(false, book.reason());
        }
        return new Seen(
                true,
                String.format(
                        Locale.ROOT,
                        "%d bids to -%.2f %%, %d asks to +%.2f %%",
                        book.depth().bids(),
                        book.depth().bidReach() * 100,
                        book.depth().asks(),
                        book.depth().askReach() * 100));
    }

    private static Seen topic(VenueView venue, Topic topic) {
        boolean mayBeSilent = topic == Topic.LIQUIDATIONS
                && venue.feed().connections().stream()
                        .anyMatch(status -> status.state() == FeedStatus.State.UP
                                && status.topics().contains(Topic.LIQUIDATIONS));
        for (FeedView.TopicView view : venue.feed().topics()) {
            if (view.topic() == topic && view.count() > 0) {
                return new Seen(true, "first message came");
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
