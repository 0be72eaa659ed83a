package io.faultline.ui.panel;

import io.faultline.desk.BookView;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one venue's market stands, so that every surface says the same of it.
 *
 * @param word for the chip, such as {@code RESYNC 1.8 s}
 * @param sentence why, for the strip and the overlay; empty while all is well
 */
public record MarketState(Kind kind, String word, String sentence) {
    /** How it stands, from well to switched off. */
    public enum Kind {
        LIVE(StateShape.LIVE),
        /** The book is live, something else is not. */
        PARTIAL(StateShape.RESYNCING),
        RESYNC(StateShape.RESYNCING),
        STALE(StateShape.STALE),
        PAUSED(StateShape.STALE),
        CONNECTING(StateShape.SILENT),
        LOST(StateShape.LOST),
        BLOCKED(StateShape.LOST),
        OFF(StateShape.OFF);

        private final StateShape shape;

        Kind(StateShape shape) {
            this.shape = shape;
        }

        /** What is drawn for it. */
        public StateShape shape() {
            return shape;
        }
    }

    /** A venue that is not asked for the symbol. */
    static MarketState switchedOff() {
        return new MarketState(Kind.OFF, "OFF", "switched off");
    }

    /** A venue that is asked for the symbol and has said nothing yet. */
    static MarketState expected() {
        return new MarketState(Kind.CONNECTING, "CONNECTING", "connecting");
    }

    /** Whether its book may be read as the market. */
    public boolean live() {
        return kind == Kind.LIVE || kind == Kind.PARTIAL;
    }

    /** The state at that market time. */
    public static MarketState of(VenueView venue, long nowNanos) {
        List<FeedStatus> feeds = venue.feed().connections();
        BookView book = venue.book();
        Optional<FeedStatus> blocked = first(feeds, FeedStatus.State.BLOCKED);
        if (blocked.isPresent()) {
            String name = venue.instrument().venue().title();
            return new MarketState(
                    Kind.BLOCKED,
                    "BLOCKED",
                    withReason(name + " refuses this location", blocked.get().detail()));
        }
        Optional<FeedStatus> off = whollyOff(venue);
        if (off.isPresent()) {
            String why = off.get().detail();
            return new MarketState(Kind.OFF, "OFF", why.isBlank() ? "switched off" : why);
        }
        return switch (book.state()) {
            case LIVE -> ofLiveBook(book, feeds, nowNanos);
            case RESYNCING ->
                new MarketState(
                        Kind.RESYNC,
                        "RESYNC " + Numbers.age(nowNanos - book.sinceNanos()),
                        resyncReason(book, feeds, nowNanos));
            case LOST -> withoutConnection(Kind.LOST, "LOST", feeds, nowNanos, book.reason());
            case WAITING -> {
                boolean failed = feeds.stream().anyMatch(MarketState::failing);
                yield failed
                        ? withoutConnection(Kind.LOST, "NO ANSWER", feeds, nowNanos, "")
                        : new MarketState(Kind.CONNECTING, "CONNECTING", waitingFor(feeds));
            }
        };
    }

    /** The status that says so, where the symbol (or every connection) is off: switched off, or not listed there. */
    private static Optional<FeedStatus> whollyOff(VenueView venue) {
        List<FeedStatus> feeds = venue.feed().connections();
        boolean all = feeds.stream().allMatch(feed -> feed.state() == FeedStatus.State.OFF);
        return feeds.stream()
                .filter(feed -> feed.state() == FeedStatus.State.OFF)
                .filter(feed ->
                        all || feed.connection().equals(venue.instrument().symbol()))
                .findFirst();
    }

    private static MarketState ofLiveBook(BookView book, List<FeedStatus> feeds, long nowNanos) {
        long age = nowNanos - book.updatedNanos();
        if (book.stale(nowNanos)) {
            String word = "STALE " + Numbers.age(age);
            return new MarketState(Kind.STALE, word, "no change to the book for " + Numbers.age(age));
        }
        Optional<FeedStatus> down = worst(feeds);
        if (down.isPresent()) {
            FeedStatus feed = down.get();
            return new MarketState(Kind.PARTIAL, "LIVE, " + feed.connection() + " out", sentence(feed, nowNanos));
        }
        return first(feeds, FeedStatus.State.SILENT)
                .map(feed -> new MarketState(Kind.PARTIAL, "LIVE", sentence(feed, nowNanos)))
                .orElseGet(() -> new MarketState(Kind.LIVE, "LIVE", ""));
    }

    private static MarketState withoutConnection(
            Kind kind, String word, List<FeedStatus> feeds, long nowNanos, String otherwise) {
        Optional<FeedStatus> pausing =
                first(feeds, FeedStatus.State.MAINTENANCE).or(() -> first(feeds, FeedStatus.State.LIMITED));
        if (pausing.isPresent()) {
            FeedStatus feed = pausing.get();
            return new MarketState(Kind.PAUSED, feed.state().name(), sentence(feed, nowNanos));
        }
        return new MarketState(
                kind, word, worst(feeds).map(feed -> sentence(feed, nowNanos)).orElse(otherwise));
    }

    /** One connection's name and state: {@code public: lost, connection reset, retry in 8 s (attempt 4)}. */
    private static String sentence(FeedStatus feed, long nowNanos) {
        return feed.connection() + ": " + words(feed, nowNanos);
    }

    /** One connection's state in words: {@code lost, connection reset, retry in 8 s (attempt 4)}. */
    public static String words(FeedStatus feed, long nowNanos) {
        String state = switch (feed.state()) {
            case CONNECTING -> "connecting";
            case UP -> "up";
            case LOST -> "lost";
            case SILENT -> "silent";
            case BLOCKED -> "refused";
            case LIMITED -> "limited by the venue";
            case MAINTENANCE -> "in maintenance";
            case ERROR -> "failed";
            case OFF -> "off";
        };
        // A silent topic's detail is a sentence of its own.
        boolean alone =
                feed.state() == FeedStatus.State.SILENT && !feed.detail().isBlank();
        String why = alone ? feed.detail() : feed.detail().isBlank() ? state : state + ", " + feed.detail();
        return why + retry(feed, nowNanos);
    }

    /** When it is tried again: {@code , retry in 8 s (attempt 4)}; empty when it is not. */
    private static String retry(FeedStatus feed, long nowNanos) {
        if (feed.retryAtNanos() == 0) {
            return "";
        }
        long seconds = Math.max(0, Math.round((feed.retryAtNanos() - nowNanos) / 1e9));
        return ", retry in " + seconds + " s" + (feed.attempt() > 0 ? " (attempt " + feed.attempt() + ")" : "");
    }

    /** Whether that connection has been tried and does not work. */
    public static boolean failing(FeedStatus feed) {
        return switch (feed.state()) {
            case LOST, ERROR, LIMITED, MAINTENANCE -> true;
            case CONNECTING -> feed.attempt() > 0;
            case UP, SILENT, BLOCKED, OFF -> false;
        };
    }

    private static Optional<FeedStatus> worst(List<FeedStatus> feeds) {
        return feeds.stream().filter(MarketState::failing).max(Comparator.comparingInt(FeedStatus::attempt));
    }

    private static Optional<FeedStatus> first(List<FeedStatus> feeds, FeedStatus.State state) {
        return feeds.stream().filter(feed -> feed.state() == state).findFirst();
    }

    /** Why, and what stands in the way of the snapshot that it needs. */
    private static String resyncReason(BookView book, List<FeedStatus> feeds, long nowNanos) {
        String reason = book.reason().isBlank() ? "book out of step" : book.reason();
        String tried = reason + (book.attempt() > 0 ? " · attempt " + book.attempt() : "");
        return worst(feeds)
                .map(feed -> tried + " · " + sentence(feed, nowNanos))
                .orElse(tried);
    }

    private static String waitingFor(List<FeedStatus> feeds) {
        return feeds.stream().anyMatch(feed -> feed.state() == FeedStatus.State.UP)
                ? "connected, waiting for the book"
                : "connecting";
    }

    private static String withReason(String sentence, String reason) {
        return reason.isBlank() ? sentence : sentence + ": " + reason;
    }
}
