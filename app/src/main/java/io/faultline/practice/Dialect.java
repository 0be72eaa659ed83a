package io.faultline.practice;

import io.faultline.market.Topic;
import java.util.List;

/** How a venue talks: its messages, acknowledgements and answers. Called under the venue's lock. */
sealed interface Dialect permits BinanceDialect, BybitDialect, OkxDialect, BitgetDialect, DydxDialect {
    /** The view of a book that the app is expected to take. */
    BookView mainView(Market market);

    /** The venue's name for what carries this about a contract; empty if nothing does. */
    String topic(Topic topic, String symbol);

    Patience patience();

    /** A client has opened a socket. */
    default void opened(Peer peer) {}

    /** A client said something. */
    void said(Peer peer, String text);

    Answer answer(HttpHead request);

    /** Tells what has become of a view of a book. */
    void tellBook(Market market, BookView view, BookUpdate update);

    /** Tells of trades, at least one, in order. */
    void tellPrints(Market market, List<Print> prints);

    /** Hears of liquidations, at least one, in order; the venue tells of them in its own time and only some. */
    default void liquidated(Market market, List<Liquidated> orders) {}

    /** How often a view of so many levels is told of, in milliseconds. */
    default long bookEvery(int depth) {
        return 100;
    }

    /** Called again and again: tells what is told by the clock. */
    void tick(Market market, long millis);

    /** Begins the book anew in the middle of the stream, as after a restart of the venue's own service. */
    void restartBook(Market market, BookView view);

    /** Says that maintenance comes or is over, where the venue says so on its sockets. */
    default void maintenance(boolean begins) {}

    /** Whether maintenance is announced on sockets before they are closed. */
    default boolean warnsOfMaintenance() {
        return false;
    }

    /** Whether a crossed book is nothing unusual, so that what crosses it must be told away. */
    default boolean gossips() {
        return false;
    }

    /** Says that a contract's status or tick has changed, where the venue streams listings. */
    default void tellListing(Market market) {}
}
