package io.faultline.venue;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells trades apart by their venue's names for them, and numbers them so that the numbers of each contract ascend, also
 * over the life of more than one of these.
 */
public final class TradeNumbers {
    /** How many names are remembered, of all contracts together. */
    public static final int REMEMBERED = 10_000;

    /** Trades of a contract in one millisecond that still get numbers of that millisecond. */
    private static final int BITS = 12;

    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<String> order = new ArrayDeque<>();
    private final Map<Symbol, Long> last = new HashMap<>();

    /** Whether the name was not met lately; remembers it. */
    public boolean isNew(String name) {
        if (!seen.add(name)) {
            return false;
        }
        order.addLast(name);
        if (order.size() > REMEMBERED) {
            seen.remove(order.removeFirst());
        }
        return true;
    }

    /** The number of the contract's next trade, where the venue gives none: made of the time. */
    public long next(Symbol symbol, long millis) {
        return ascending(symbol, millis << BITS);
    }

    /** The number of the contract's next trade: the venue's, or the first above the last where that is not higher. */
    public long ascending(Symbol symbol, long number) {
        return last.merge(symbol, number, (before, given) -> Math.max(before + 1, given));
    }
}
