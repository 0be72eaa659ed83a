package io.faultline.practice;

import io.faultline.practice.TrueBook.Change;
import io.faultline.practice.TrueBook.Levels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One contract of the exchange: its true book, and what it tells about itself. A source drives it from one thread;
 * requests read it from others.
 */
final class SymbolMarket {
    /** Of the wire: {@code stream} without the symbol, and the message. */
    private final BiConsumer<String, String> publish;

    private final String symbol;
    private final TrueBook book = new TrueBook();
    private final Map<String, Change> unpublished = new LinkedHashMap<>();
    private long firstUnpublishedId;
    private long publishedId;
    private long tradeId = 5_000_000;
    private BigDecimal last = new BigDecimal("60000.00");

    /** @param publish gets the full stream name and the data of each message */
    SymbolMarket(String symbol, BiConsumer<String, String> publish) {
        this.symbol = symbol;
        this.publish = publish;
    }

    String symbol() {
        return symbol;
    }

    TrueBook book() {
        return book;
    }

    /** Begins with these levels, which no diff will carry. */
    synchronized void begin(long updateId, List<Change> levels) {
        book.begin(updateId, levels);
        publishedId = updateId;
    }

    /** One change of the book, as the matching engine makes it: the next diff carries it. */
    synchronized void change(Change change) {
        long id = book.updateId() + 1;
        book.apply(id, List.of(change));
        if (unpublished.isEmpty()) {
            firstUnpublishedId = id;
        }
        unpublished.put(change.bid() + " " + change.price(), change);
    }

    /** Publishes what has changed since the last diff. */
    synchronized void publishDiff(long millis) {
        if (!unpublished.isEmpty()) {
            publishDiff(
                    millis, firstUnpublishedId, book.updateId(), publishedId, new ArrayList<>(unpublished.values()));
            unpublished.clear();
        }
    }

    /** A diff that has its ids from elsewhere, and changes the book by itself. */
    synchronized void applyAndPublish(long millis, long first, long lastId, List<Change> changes) {
        long previous = publishedId;
        book.apply(lastId, changes);
        publishDiff(millis, first, lastId, previous, changes);
    }

    /** A diff that says what is not so, with ids of its own: whoever believes it has a wrong book from there on. */
    synchronized void publishLie(long millis, List<Change> lies) {
        publishDiff(millis);
        long id = book.updateId() + 1;
        book.apply(id, List.of());
        publishDiff(millis, id, id, publishedId, lies);
    }

    private void publishDiff(long millis, long first, long lastId, long previous, List<Change> changes) {
        publishedId = lastId;
        publish("depth@100ms", BinanceDialect.depthUpdate(symbol, millis, first, lastId, previous, changes));
    }

    synchronized void trade(long millis, BigDecimal price, BigDecimal size, boolean buyerIsMaker) {
        last = price;
        tradeId++;
        publish("aggTrade", BinanceDialect.aggTrade(symbol, millis, tradeId, price, size, buyerIsMaker));
    }

    synchronized void mark(long millis) {
        long nextFunding = BinanceDialect.nextFunding(millis);
        publish("markPrice@1s", BinanceDialect.markPrice(symbol, millis, last, last, nextFunding));
    }

    synchronized void liquidation(long millis, boolean longLiquidated, BigDecimal size) {
        publish("forceOrder", BinanceDialect.forceOrder(symbol, millis, longLiquidated, last, size));
    }

    private void publish(String name, String data) {
        publish.accept(stream(name), data);
    }

    String stream(String name) {
        return symbol.toLowerCase(Locale.ROOT) + "@" + name;
    }

    synchronized BigDecimal last() {
        return last;
    }

    /** What a snapshot taken now shows; between two diffs as a rule. */
    synchronized Levels snapshot() {
        return book.levels();
    }
}
