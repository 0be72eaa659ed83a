package io.faultline.venue.bybit;

import io.faultline.venue.Symbol;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Numbers for trades that have names only. They ascend for each contract, as its times do, also over the life of more
 * than one of these: so they are made of the time.
 */
final class TradeNumbers {
    /** How many names are remembered, of all contracts together. */
    static final int REMEMBERED = 10_000;

    /** Trades of a contract in one millisecond that still get numbers of that millisecond. */
    private static final int BITS = 12;

    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<String> order = new ArrayDeque<>();
    private final Map<Symbol, Long> last = new HashMap<>();

    /** Whether the name was not met lately; remembers it. */
    boolean isNew(String name) {
        if (!seen.add(name)) {
            return false;
        }
        order.addLast(name);
        if (order.size() > REMEMBERED) {
            seen.remove(order.removeFirst());
        }
        return true;
    }

    /** The number of the contract's next trade. */
    long next(Symbol symbol, long millis) {
        return last.merge(symbol, millis << BITS, (before, time) -> Math.max(before + 1, time));
    }
}
