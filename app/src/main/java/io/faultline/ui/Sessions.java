package io.faultline.ui;

import io.faultline.desk.MarketList;
import io.faultline.desk.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the markets that the window can be asked for. Called on any thread but the JavaFX one. */
public interface Sessions {
    /**
     * The live market of the symbol and venues that the program was started with. It comes back at once and connects
     * behind: a venue that does not answer is a state of the session, not an error.
     *
     * @throws IOException when not even that can be done, with a message for the user
     */
    Session live() throws IOException;

    /** The same for another symbol, beside what is open already. */
    default Session live(String symbol) throws IOException {
        throw new IOException("this market has no other symbol than its own");
    }

    /**
     * The same symbol on a practice market in this program, for as long as no exchange answers.
     *
     * @return nothing where there is none
     * @throws IOException when it cannot be opened, with a message for the user
     */
    default Optional<Session> practice(String symbol) throws IOException {
        return Optional.empty();
    }

    /** The symbols that the program was asked to open beside the first, each to be opened by {@link #live(String)}. */
    default List<String> beside() {
        return List.of();
    }

    /** Every address that live markets contact, a sentence each venue; empty where there is none. */
    default List<String> endpoints() {
        return List.of();
    }

    /** The first picture stands: what would have held it up can begin. JavaFX thread; may be told more than once. */
    default void drawn() {}

    /** What {@link #live(String)} can open, as far as known; it fills behind the first call, and is refreshed. */
    default MarketList markets() {
        return MarketList.EMPTY;
    }

    /**
     * A replay of those journals.
     *
     * @throws IOException when they cannot be read or hold nothing to show, with a message for the user
     */
    Session replay(List<Path> journals) throws IOException;
}
