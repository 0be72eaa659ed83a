package io.faultline.practice;

import io.faultline.book.BookListing;
import io.faultline.book.BookObserver;
import io.faultline.book.BookSynchronizer;
import io.faultline.book.OrderBook;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.RestRequest;
import io.faultline.venue.VenueAdapter.SocketPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The app's own adapter, decoder and book of one symbol, on plain sockets to the practice exchange. */
final class AppBook implements AutoCloseable {
    private final VenueAdapter adapter;
    private final InstrumentId instrument;
    private final FrameDecoder decoder;
    private final BookSynchronizer synchronizer;
    private final List<Client> clients = new ArrayList<>();
    private final Map<Long, String> hashes = new LinkedHashMap<>();
    final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    private @Nullable Client bookSocket;
    private int resyncs;

    AppBook(VenueAdapter adapter, String symbol) throws IOException, InterruptedException {
        this.adapter = adapter;
        instrument = new InstrumentId(adapter.venue(), symbol);
        decoder = adapter.newDecoder();
        synchronizer = new BookSynchronizer(instrument, this::recover, new BookObserver() {
            @Override
            public void deltaApplied(OrderBook book, long lastId) {
                hashes.remove(lastId); // numbers come again after a restart
                hashes.put(lastId, BookListing.sha256(book));
            }
        });
        Optional<RestRequest> page = Optional.of(adapter.instruments());
        while (page.isPresent()) {
            page = adapter.nextInstruments(ask(page.orElseThrow()));
        }
        for (SocketPlan plan : adapter.sockets(List.of(symbol))) {
            Client client = new Client(plan.uri(), text -> take(plan.name(), text));
            clients.add(client);
            if (bookSocket == null) {
                bookSocket = client;
            }
            plan.subscriptions().forEach(subscription -> client.say(subscription.text()));
        }
    }

    /** Asks, and takes the answer; gives the body. */
    String ask(RestRequest request) throws IOException, InterruptedException {
        String body = Client.get(request.uri()).body();
        take(new Frame(
                now(), adapter.venue().id(), Frame.Kind.REST, "", request.uri().toString(), body));
        return body;
    }

    private static long now() {
        return System.currentTimeMillis() * 1_000_000;
    }

    private void take(String connection, String text) {
        take(new Frame(now(), adapter.venue().id(), Frame.Kind.WS, connection, "", text));
    }

    private synchronized void take(Frame frame) {
        Decoded decoded = decoder.decode(frame, this::take);
        if (decoded instanceof Decoded.Undecodable undecodable) {
            refused.add(undecodable.reason() + " in "
                    + frame.text().substring(0, Math.min(300, frame.text().length())));
        }
    }

    private void take(MarketEvent event) {
        events.add(event);
        if (event instanceof BookDelta delta) {
            if (delta.instrument().equals(instrument)) {
                synchronizer.onDelta(delta);
            }
        } else if (event instanceof BookSnapshot snapshot
                && snapshot.instrument().equals(instrument)) {
            synchronizer.onSnapshot(snapshot);
        }
    }

    private void recover(InstrumentId of, int attempt) {
        resyncs++;
        BookRecovery recovery = adapter.recoverBook(of.symbol(), attempt);
        new Thread(() -> recover(recovery), "recovery").start();
    }

    private void recover(BookRecovery recovery) {
        try {
            if (recovery instanceof BookRecovery.Request request) {
                String body = ask(request.request());
                assert !body.isEmpty();
            } else if (recovery instanceof BookRecovery.Resubscribe resubscribe && bookSocket != null) {
                resubscribe.frames().forEach(bookSocket::say);
            }
        } catch (IOException | InterruptedException failure) {
            refused.add(failure.toString());
        }
    }

    synchronized int resyncs() {
        return resyncs;
    }

    synchronized boolean live() {
        return synchronizer.state() == BookSynchronizer.State.LIVE;
    }

    synchronized int applied() {
        return hashes.size();
    }

    /** Waits for a book that is live and has since taken some changes. */
    void untilLive() {
        Client.until(this::live);
        int applied = applied();
        Client.until(() -> live() && applied() > applied + 10);
    }

    /** Of the book as it is now. */
    synchronized String hash() {
        return BookListing.sha256(synchronizer.book());
    }

    /** Hash of each state by update. */
    synchronized Map<Long, String> hashes() {
        return new LinkedHashMap<>(hashes);
    }

    boolean has(Class<? extends MarketEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
    }
}
