package io.faultline.cli;

import io.faultline.feed.FeedPorts;
import io.faultline.feed.RestAnswer;
import io.faultline.feed.VenueFeed;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.FrameReader;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.SocketFrames;
import io.faultline.venue.VenueAdapter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds of some symbols from several venues, each of which can be switched off and on while they run. What one venue
 * does, the others do not notice. Thread-safe; but for {@link #close} nothing blocks.
 */
final class LiveFeeds implements AutoCloseable {
    private static final String SWITCHED_OFF = "switched off";
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);

    private final List<String> symbols;
    private final SharedAccess access;
    private final FeedPorts ports;
    private final Map<Venue, Line> lines = new EnumMap<>(Venue.class);
    private final Map<Venue, Boolean> wanted = new ConcurrentHashMap<>();
    private final ExecutorService switching = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "venues-switch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param symbols canonical */
    LiveFeeds(Collection<VenueAdapter> adapters, List<String> symbols, SharedAccess access, FeedPorts ports) {
        this.symbols = List.copyOf(symbols);
        this.access = access;
        this.ports = ports;
        for (VenueAdapter adapter : adapters) {
            lines.put(adapter.venue(), new Line(adapter));
            wanted.put(adapter.venue(), true);
        }
    }

    /** Starts to connect to all. Once. */
    void start() {
        lines.values().forEach(Line::on);
    }

    /** The venues in order, and whether each is on. */
    Map<Venue, Boolean> venues() {
        Map<Venue, Boolean> on = new EnumMap<>(Venue.class);
        on.putAll(wanted);
        return Collections.unmodifiableMap(on);
    }

    /** Switches a venue on or off, behind the caller's back; a venue that is not among these is none to switch. */
    void turn(Venue venue, boolean on) {
        Line line = lines.get(venue);
        if (line != null) {
            wanted.put(venue, on);
            switching.execute(() -> line.follow(Boolean.TRUE.equals(wanted.get(venue))));
        }
    }

    /** Sends a request to a venue within its budget; to one that is off it fails at once. */
    void get(Venue venue, VenueAdapter.RestRequest request, Consumer<RestAnswer> then) {
        Line line = lines.get(venue);
        Asked asked = new Asked(then);
        if (line == null) {
            asked.answer(switchedOff());
        } else {
            line.get(request, asked);
        }
    }

    private RestAnswer switchedOff() {
        long now = ports.clock().getAsLong();
        return new RestAnswer(new RestVerdict.Failed(SWITCHED_OFF), "", now, now);
    }

    /** Somebody who waits for one answer. */
    private static final class Asked {
        private final Consumer<RestAnswer> then;
        private final AtomicBoolean answered = new AtomicBoolean();

        Asked(Consumer<RestAnswer> then) {
            this.then = then;
        }

        void answer(RestAnswer answer) {
            if (answered.compareAndSet(false, true)) {
                then.accept(answer);
            }
        }
    }

    /** Asks for a snapshot of a book, named as the venue does. */
    void requestSnapshot(InstrumentId instrument, int attempt) {
        Line line = lines.get(instrument.venue());
        VenueFeed feed = line == null ? null : line.feed;
        if (feed != null) {
            feed.requestSnapshot(instrument, attempt);
        }
    }

    /** Asks for a snapshot of every book. */
    void requestSnapshots() {
        for (Line line : lines.values()) {
            for (String symbol : line.spelled) {
                requestSnapshot(new InstrumentId(line.adapter.venue(), symbol), 1);
            }
        }
    }

    void retryNow() {
        for (Line line : lines.values()) {
            VenueFeed feed = line.feed;
            if (feed != null) {
                feed.retryNow();
            }
        }
    }

    /** Closes every feed, all at once: one that hangs does not hold up the others. */
    @Override
    public void close() {
        switching.shutdown();
        List<Thread> closing = new ArrayList<>();
        try {
            if (!switching.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("a venue could not be switched in time");
            }
            for (Line line : lines.values()) {
                Thread thread =
                        new Thread(line::end, "close-" + line.adapter.venue().id());
                closing.add(thread);
                thread.start();
            }
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One venue's. */
    private final class Line {
        private final VenueAdapter adapter;
        private final List<String> spelled;
        private final Set<Asked> waiting = ConcurrentHashMap.newKeySet();
        private volatile @Nullable VenueFeed feed;

        Line(VenueAdapter adapter) {
            this.adapter = adapter;
            spelled = symbols.stream().map(adapter::spelled).toList();
        }

        /** A feed that is closed meanwhile answers nothing more: then it is answered here. */
        void get(VenueAdapter.RestRequest request, Asked asked) {
            VenueFeed of = feed;
            if (of != null) {
                waiting.add(asked);
                of.get(request, answer -> {
                    waiting.remove(asked);
                    asked.answer(answer);
                });
            }
            if (of == null || of != feed) {
                waiting.remove(asked);
                asked.answer(switchedOff());
            }
        }

        void follow(boolean on) {
            if (on && feed == null) {
                on();
            } else if (!on && feed != null) {
                end();
                sayOff();
            }
        }

        void on() {
            VenueFeed started = new VenueFeed(
                    access.to(adapter), spelled, ports, ports.clock().getAsLong());
            feed = started;
            started.start();
        }

        void end() {
            VenueFeed running = feed;
            if (running != null) {
                feed = null;
                running.close();
                RestAnswer answer = switchedOff();
                for (Asked asked : List.copyOf(waiting)) {
                    waiting.remove(asked);
                    asked.answer(answer);
                }
            }
        }

        /** The journal gets the closing of each socket, so that a replay loses the books as they are lost now. */
        private void sayOff() {
            FrameReader reader = new FrameReader(adapter, spelled);
            for (VenueAdapter.SocketPlan plan : adapter.sockets(spelled)) {
                ports.gate().pass(ports.clock().getAsLong(), nanos -> {
                    String text = SocketFrames.lost(1000, SWITCHED_OFF);
                    Frame frame = new Frame(
                            nanos,
                            adapter.venue().id(),
                            Frame.Kind.WS_CLOSE,
                            plan.name(),
                            plan.uri().toString(),
                            text);
                    ports.tap().accept(frame);
                    reader.read(frame, ports.sink());
                    Set<Topic> topics = new SocketFrames(adapter.venue(), adapter.sockets(spelled)).topics(plan.name());
                    off(nanos, plan.name(), topics);
                });
            }
            ports.gate().pass(ports.clock().getAsLong(), nanos -> off(nanos, "rest", Set.of()));
        }

        private void off(long nanos, String connection, Set<Topic> topics) {
            ports.sink()
                    .accept(new FeedStatus(
                            adapter.venue(), nanos, connection, FeedStatus.State.OFF, SWITCHED_OFF, 0, 0, topics));
        }
    }
}
