package io.faultline.venue;

import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import org.jspecify.annotations.Nullable;

/** The contracts that a decoder has met, found by name without making a {@code String} of it. */
public final class Symbols {
    /** Each venue lists fewer than a thousand; text that invents names must not fill the memory. */
    private static final int MOST = 4096;

    private static final int LONGEST = 64;

    private final Venue venue;
    private final @Nullable Symbol[] table = new Symbol[2 * MOST];
    private int count;

    public Symbols(Venue venue) {
        this.venue = venue;
    }

    /** Reads a contract's name. */
    public Symbol read(JsonCursor json) throws MalformedException {
        json.readText();
        return current(json);
    }

    /** The contract whose name the cursor has just read. */
    public Symbol current(JsonCursor json) throws MalformedException {
        int slot = slot(json.textHash());
        for (Symbol symbol = table[slot]; symbol != null; symbol = table[slot]) {
            if (json.textIs(symbol.id().symbol())) {
                return symbol;
            }
            slot = (slot + 1) % table.length;
        }
        if (json.textLength() == 0 || json.textLength() > LONGEST) {
            throw json.wrong("a symbol of " + json.textLength() + " characters");
        }
        return add(slot, json.text(), json.offset());
    }

    /** The contract of that name, which came from a URL. */
    public Symbol named(String name) throws MalformedException {
        int slot = slot(name.hashCode());
        for (Symbol symbol = table[slot]; symbol != null; symbol = table[slot]) {
            if (symbol.id().symbol().equals(name)) {
                return symbol;
            }
            slot = (slot + 1) % table.length;
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new MalformedException("a symbol of " + name.length() + " characters", 0);
        }
        return add(slot, name, 0);
    }

    private Symbol add(int slot, String name, int offset) throws MalformedException {
        // Letters of any script: there are contracts with Chinese names.
        if (!name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.')) {
            throw new MalformedException("a symbol with other characters than letters and digits", offset);
        }
        if (count == MOST) {
            throw new MalformedException("more than " + MOST + " different symbols", offset);
        }
        count++;
        Symbol symbol = new Symbol(new InstrumentId(venue, name));
        table[slot] = symbol;
        return symbol;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & (table.length - 1);
    }
}
