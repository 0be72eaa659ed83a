package io.faultline.cli;

import io.faultline.book.BookObserver;
import io.faultline.book.OrderBook;
import io.faultline.book.SnapshotRequests;
import io.faultline.desk.Desk;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.BestBidOffer;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FundingTerms;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A desk for each symbol that events tell more of than that it is listed, whatever each venue calls it. Each sees what it would see in a replay of
 * that symbol: its own events, and those about no symbol, from the beginning.
 */
final class Desks implements BookObserver {
    /** Keeps a journal of nothing but refused frames from filling the memory. */
    private static final int MOST_EARLY = 100_000;

    private final int checkpointEvery;
    private final Map<String, Desk> desks = new TreeMap<>();
    private final Map<InstrumentId, BookInspection> books =
            new TreeMap<>(Comparator.comparing(InstrumentId::venue).thenComparing(InstrumentId::symbol));
    private final ArrayDeque<MarketEvent> early = new ArrayDeque<>();
    private final CanonicalNames names;
    private final Consumer<Desk> opened;

    Desks(CanonicalNames names, int checkpointEvery) {
        this(names, checkpointEvery, desk -> {});
    }

    /** @param opened is told of each desk before its first event */
    Desks(CanonicalNames names, int checkpointEvery, Consumer<Desk> opened) {
        this.names = names;
        this.checkpointEvery = checkpointEvery;
        this.opened = opened;
    }

    void take(MarketEvent event) {
        if (event instanceof MarketEvent.OfInstrument about) {
            take(about);
            return;
        }
        keep(event);
        desks.values().forEach(desk -> desk.apply(event));
    }

    private void take(MarketEvent.OfInstrument event) {
        String symbol = names.of(event.instrument());
        Desk desk = desks.get(symbol);
        if (desk == null) {
            if (event instanceof InstrumentListing || event instanceof FundingTerms) {
                keep(event);
                return;
            }
            desk = open(symbol);
        }
        if (event instanceof BestBidOffer witness) {
            book(event.instrument()).check(witness);
        } else if (event instanceof BookDelta || event instanceof BookSnapshot) {
            book(event.instrument());
        }
        desk.apply(event);
    }

    private void keep(MarketEvent event) {
        early.addLast(event);
        if (early.size() > MOST_EARLY) {
            early.removeFirst();
        }
    }

    private Desk open(String symbol) {
        Desk desk = new Desk(symbol, SnapshotRequests.NONE, this, BundledTables.get(), ModelParameters.DEFAULT);
        desks.put(symbol, desk);
        opened.accept(desk);
        for (MarketEvent event : early) {
            if (!(event instanceof MarketEvent.OfInstrument about)
                    || names.of(about.instrument()).equals(symbol)) {
                desk.apply(event);
            }
        }
        return desk;
    }

    private BookInspection book(InstrumentId instrument) {
        BookInspection book = books.get(instrument);
        if (book == null) {
            book = new BookInspection(checkpointEvery);
            books.put(instrument, book);
        }
        return book;
    }

    @Override
    public void snapshotApplied(OrderBook book) {
        book(book.instrument()).snapshotApplied(book);
    }

    @Override
    public void deltaApplied(OrderBook book, long lastId) {
        book(book.instrument()).deltaApplied(book, lastId);
    }

    @Override
    public void checksumCompared(OrderBook book, boolean same) {
        book(book.instrument()).checksumCompared(book, same);
    }

    /** Books of which there was a snapshot or a change, by venue and symbol. */
    List<InspectReport.Book> books(int depth) {
        List<InspectReport.Book> reports = new ArrayList<>();
        books.forEach((instrument, book) -> {
            Desk desk = desks.get(names.of(instrument));
            if (desk != null) {
                desk.book(instrument.venue())
                        .filter(kept ->
                                kept.counters().snapshots() + kept.counters().deltas() > 0)
                        .ifPresent(kept -> reports.add(book.report(kept, depth)));
            }
        });
        return reports;
    }

    /** By canonical symbol, in order. */
    Map<String, String> stateHashes() {
        Map<String, String> hashes = new TreeMap<>();
        desks.forEach((symbol, desk) -> hashes.put(symbol, desk.stateHash()));
        return hashes;
    }
}
