package io.faultline.venue.dydx;

import io.faultline.venue.Symbol;
import java.util.HashMap;
import java.util.Map;

/** What one connection has sent: its messages are numbered, each one more than the one before, over all channels. */
final class MessageChain {
    private static final long NOTHING = -1;

    private final String connection;
    private final Map<Symbol, GossipBook> books = new HashMap<>();
    private long last = NOTHING;

    MessageChain(String connection) {
        this.connection = connection;
    }

    String connection() {
        return connection;
    }

    /** Whether the message has come before, or one after it. */
    boolean repeats(long message) {
        return message <= last;
    }

    /** The number that is missing before the message, or -1 if it follows directly. */
    long missingBefore(long message) {
        return last == NOTHING || message == last + 1 ? NOTHING : last + 1;
    }

    /** Books that may lack a message are none. */
    void lose() {
        books.values().forEach(GossipBook::forget);
    }

    void advance(long message) {
        last = message;
    }

    GossipBook book(Symbol symbol) {
        GossipBook book = books.get(symbol);
        if (book == null) {
            book = new GossipBook();
            books.put(symbol, book);
        }
        return book;
    }
}
