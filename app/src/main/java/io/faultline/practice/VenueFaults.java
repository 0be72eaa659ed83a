package io.faultline.practice;

import io.faultline.market.Side;
import io.faultline.market.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The faults of one venue by name. Thread-safe. */
public final class VenueFaults {
    private static final Set<Integer> CUTS_SOCKETS = Set.of(403, 418, 451);
    /** A crossing bid is this part of the price above the best ask. */
    private static final int CROSSED_BY = 100;

    private static final int GOING_AWAY = 1001;

    private final PracticeVenue venue;
    private final List<Running> running = new ArrayList<>();

    VenueFaults(PracticeVenue venue) {
        this.venue = venue;
    }

    /** A fault that lasts until it is ended. */
    public static final class Running implements AutoCloseable {
        private final Fault fault;
        private final Runnable end;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Running(Fault fault, Runnable end) {
            this.fault = fault;
            this.end = end;
        }

        public Fault fault() {
            return fault;
        }

        @Override
        public void close() {
            end();
        }

        /** Ends it; a second time does nothing. */
        public void end() {
            if (ended.compareAndSet(false, true)) {
                end.run();
            }
        }
    }

    /** Single messages and requests, by the venue's own names. */
    public Faults wire() {
        return venue.faults();
    }

    /** Begins a fault. */
    public synchronized Running start(Fault fault) {
        Running started = new Running(fault, begin(fault));
        running.removeIf(earlier -> earlier.ended.get());
        running.add(started);
        return started;
    }

    /** Ends all that is running. */
    synchronized void close() {
        running.forEach(Running::end);
        running.clear();
    }

    /** Begins it; the answer ends it. */
    private Runnable begin(Fault fault) {
        if (fault instanceof Fault.Gap
                || fault instanceof Fault.Duplicates
                || fault instanceof Fault.Reordered
                || fault instanceof Fault.StaleSnapshots
                || fault instanceof Fault.NoSnapshots
                || fault instanceof Fault.WrongChecksum
                || fault instanceof Fault.Silence
                || fault instanceof Fault.SubscriptionRefused
                || fault instanceof Fault.BadFrame) {
            return beginOnWire(fault);
        }
        if (fault instanceof Fault.CrossedBook
                || fault instanceof Fault.BookRestart
                || fault instanceof Fault.Delisted
                || fault instanceof Fault.TickChanged) {
            return beginInMarket(fault);
        }
        return beginOnSockets(fault);
    }

    private Runnable beginOnWire(Fault fault) {
        Faults wire = venue.faults();
        if (fault instanceof Fault.Gap gap) {
            wire.drop(book(gap.symbol()), gap.updates());
        } else if (fault instanceof Fault.Duplicates twice) {
            wire.duplicate(book(twice.symbol()), twice.updates());
        } else if (fault instanceof Fault.Reordered reordered) {
            wire.swap(book(reordered.symbol()));
        } else if (fault instanceof Fault.StaleSnapshots stale) {
            wire.staleSnapshots(stale.snapshots());
            wire.drop(book(stale.symbol()), 1);
            return () -> wire.staleSnapshots(0);
        } else if (fault instanceof Fault.NoSnapshots none) {
            String topic = book(none.symbol());
            wire.withholdSnapshots(topic, Integer.MAX_VALUE);
            wire.drop(topic, 1);
            return () -> wire.withholdSnapshots(topic, 0);
        } else if (fault instanceof Fault.WrongChecksum wrong) {
            wire.badChecksum(book(wrong.symbol()), 1);
        } else if (fault instanceof Fault.Silence silence) {
            String topic = topic(silence.topic(), silence.symbol());
            wire.mute(topic);
            return () -> wire.unmute(topic);
        } else if (fault instanceof Fault.SubscriptionRefused refused) {
            String topic = topic(refused.topic(), refused.symbol());
            wire.refuseSubscription(topic, Integer.MAX_VALUE);
            venue.eachPeer(Peer::cut);
            return () -> wire.acceptSubscription(topic);
        } else if (fault instanceof Fault.BadFrame bad) {
            byte[] frame = WebSocketWire.text(bad.kind().text());
            venue.toSubscribers(book(bad.symbol()), peer -> peer.send(frame));
            wire.drop(
                    book(bad.symbol()),
                    1); // afterwards: who misses a change at once may subscribe anew, and hear nothing
        }
        return () -> {};
    }

    private Runnable beginInMarket(Fault fault) {
        if (fault instanceof Fault.CrossedBook crossed) {
            Market market = venue.market(crossed.symbol());
            Change lie = venue.ask(() -> crossingBid(market));
            venue.with(() -> lie(market, lie));
            if (venue.dialect().gossips()) {
                return () -> venue.with(() -> lie(market, new Change(lie.side(), lie.price(), 0)));
            }
        } else if (fault instanceof Fault.BookRestart restart) {
            venue.with(() -> {
                Market market = venue.market(restart.symbol());
                venue.dialect().restartBook(market, venue.dialect().mainView(market));
            });
        } else if (fault instanceof Fault.Delisted delisted) {
            Market market = venue.market(delisted.symbol());
            relist(market, () -> market.delisted(true));
            return () -> relist(market, () -> market.delisted(false));
        } else if (fault instanceof Fault.TickChanged changed) {
            Market market = venue.market(changed.symbol());
            relist(market, market::refineTick);
            return () -> relist(market, market::restoreTick);
        }
        return () -> {};
    }

    private void relist(Market market, Runnable change) {
        venue.with(() -> {
            venue.tell(market);
            change.run();
            venue.dialect().tellListing(market);
            venue.tell(market);
        });
    }

    /** So far above the best ask that it stays crossed. */
    private static Change crossingBid(Market market) {
        Contract contract = market.contract();
        long ask = market.book().best(Side.ASK);
        long bid = (ask + ask / CROSSED_BY) / contract.tick() * contract.tick();
        return new Change(Side.BID, bid, contract.lot());
    }

    /** Tells what is not so. */
    private void lie(Market market, Change lie) {
        venue.tell(market);
        BookView view = venue.dialect().mainView(market);
        venue.dialect().tellBook(market, view, view.lie(List.of(lie)));
    }

    private Runnable beginOnSockets(Fault fault) {
        Faults wire = venue.faults();
        if (fault instanceof Fault.ConnectionRefused) {
            stopListening();
            venue.eachPeer(Peer::cut);
            return this::listen;
        } else if (fault instanceof Fault.ResetMidFrame) {
            venue.eachPeer(Peer::reset);
        } else if (fault instanceof Fault.HalfOpen) {
            venue.eachPeer(Peer::freeze);
        } else if (fault instanceof Fault.SlowSockets slow) {
            venue.trickle(slow.apart());
            return () -> venue.trickle(Duration.ZERO);
        } else if (fault instanceof Fault.PingsUnanswered) {
            wire.pingsUnanswered(true);
            venue.eachPeer(Peer::freeze);
            return () -> wire.pingsUnanswered(false);
        } else if (fault instanceof Fault.Refused refused) {
            wire.refuseAll(RefusalWords.of(venue.venue(), refused.status(), refused.retryAfter(), venue.trueMillis()));
            if (CUTS_SOCKETS.contains(refused.status())) {
                venue.eachPeer(Peer::cut);
            }
            return wire::acceptAll;
        } else if (fault instanceof Fault.ClockSkew skew) {
            venue.skew(skew.by().toMillis());
            return () -> venue.skew(0);
        } else if (fault instanceof Fault.Maintenance) {
            return beginMaintenance();
        }
        return () -> {};
    }

    /** Sockets that were there are closed: at once, or at the end where the venue gives notice beforehand. */
    private Runnable beginMaintenance() {
        List<Peer> there = new ArrayList<>();
        venue.eachPeer(there::add);
        byte[] goodbye = WebSocketWire.close(GOING_AWAY, "going down for maintenance");
        venue.with(() -> venue.dialect().maintenance(true));
        boolean warned = venue.dialect().warnsOfMaintenance();
        if (!warned) {
            there.forEach(peer -> peer.send(goodbye));
            venue.faults().refuseAll(new Faults.Refusal(503, "Service Unavailable."));
        }
        return () -> {
            venue.with(() -> venue.dialect().maintenance(false));
            venue.faults().acceptAll();
            if (warned) {
                there.forEach(peer -> peer.send(goodbye));
            }
        };
    }

    private void stopListening() {
        try {
            venue.server().stopListening();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void listen() {
        try {
            venue.server().listen();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String book(String symbol) {
        return topic(Topic.BOOK, symbol);
    }

    private String topic(Topic topic, String symbol) {
        return venue.dialect().topic(topic, venue.market(symbol).symbol());
    }
}
