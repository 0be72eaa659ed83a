package io.faultline.cli;

import io.faultline.desk.MarketList;
import io.faultline.feed.FeedPorts;
import io.faultline.feed.Gate;
import io.faultline.feed.VenueEnquiry;
import io.faultline.market.FeedStatus;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The list of all that can be opened, put together from every venue's instrument list and figures. It asks only while
 * somebody wants to know. Thread-safe; nothing but {@link #close} blocks.
 */
final class MarketDirectory implements AutoCloseable {
    /** Contracts of which is asked what a venue tells only of single ones. */
    private static final int ASKED_SINGLY = 40;

    /** Who has not looked for so many rounds does not want to know any more. */
    private static final int ROUNDS_UNWANTED = 3;

    /** Instrument lists are long and change seldom. */
    private static final int ROUNDS_A_LISTING = 10;

    private final MarketClock clock;
    private final long everyNanos;
    private final Map<Venue, VenueMarkets> markets = new EnumMap<>(Venue.class);
    private final List<Source> sources = new ArrayList<>();
    private final Map<Venue, String> problems = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor timer;
    private volatile MarketList list = MarketList.EMPTY;
    private volatile long wantedNanos;
    private boolean started;

    /**
     * @param every how often it asks anew while somebody wants to know
     */
    MarketDirectory(Collection<VenueAdapter> adapters, SharedAccess access, Duration every) {
        this.clock = access.clock();
        everyNanos = every.toNanos();
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "market-directory");
            thread.setDaemon(true);
            return thread;
        });
        for (VenueAdapter adapter : adapters) {
            VenueMarkets of = new VenueMarkets(new CanonicalNames(List.of(adapter)));
            markets.put(adapter.venue(), of);
            sources.add(new Source(adapter, of, access));
        }
    }

    /** What is known by now; asking is what makes it known, and keeps it fresh. */
    MarketList list() {
        wantedNanos = clock.nanos().getAsLong();
        start();
        return list;
    }

    private synchronized void start() {
        if (!started && !timer.isShutdown()) {
            started = true;
            var unused = timer.scheduleWithFixedDelay(this::round, 0, everyNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void round() {
        if (clock.nanos().getAsLong() - wantedNanos <= ROUNDS_UNWANTED * everyNanos) {
            sources.forEach(Source::ask);
        }
    }

    private synchronized void publish() {
        list = new MarketList(MarketTable.of(markets), clock.nanos().getAsLong(), problems);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        sources.forEach(source -> source.enquiry.close());
    }

    /** One venue. */
    private final class Source {
        private final VenueAdapter adapter;
        private final VenueMarkets figures;
        private final VenueEnquiry enquiry;
        private volatile boolean asking;
        private int rounds;

        Source(VenueAdapter adapter, VenueMarkets figures, SharedAccess access) {
            this.adapter = adapter;
            this.figures = figures;
            enquiry = new VenueEnquiry(
                    access.to(adapter),
                    new FeedPorts(clock.nanos(), frame -> {}, this::take, new Gate(), clock.market()));
        }

        private void take(MarketEvent event) {
            if (event instanceof FeedStatus status && status.retryAtNanos() > 0) {
                said(status.detail()); // a pause that the venue imposed: nothing will be answered before its end
            }
            figures.take(event);
        }

        void ask() {
            if (!asking) {
                asking = true;
                List<RestRequest> requests = new ArrayList<>();
                if (rounds++ % ROUNDS_A_LISTING == 0 || figures.figures().isEmpty()) {
                    requests.add(adapter.instruments());
                }
                requests.addAll(adapter.overview());
                enquiry.ask(requests, this::all);
            }
        }

        private void all(String problem) {
            said(problem);
            List<RestRequest> singly = new ArrayList<>();
            figures.busiest(ASKED_SINGLY).forEach(name -> singly.addAll(adapter.overview(name)));
            if (problem.isEmpty() && !singly.isEmpty()) {
                enquiry.ask(singly, this::done);
            } else {
                asking = false;
            }
        }

        private void done(String problem) {
            asking = false;
            said(problem);
        }

        private void said(String problem) {
            if (problem.isEmpty()) {
                problems.remove(adapter.venue());
            } else {
                problems.put(adapter.venue(), problem);
            }
            publish();
        }
    }
}
