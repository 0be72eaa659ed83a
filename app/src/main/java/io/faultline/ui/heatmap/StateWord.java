package io.faultline.ui.heatmap;

import io.faultline.desk.BookView;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;

/** The state of a book in words, as they stand over a picture that is not live. */
final class StateWord {
    private StateWord() {}

    /** What stands over the whole picture: nothing while any book is in step. */
    static String of(Frame frame) {
        VenueControl.Row worst = frame.worst();
        if (frame.wanted() == 0) {
            return frame.venues().isEmpty() ? "no venue" : "every venue is off";
        }
        if (frame.inStep() > 0 || worst == null) {
            return "";
        }
        String words = worst.view() == null
                        || worst.view().feed().connections().stream().anyMatch(StateWord::refused)
                ? worst.state().word()
                : of(worst.view(), frame.nowNanos());
        return frame.wanted() == 1
                ? words
                : "no book in step · " + worst.venue().title() + " " + words;
    }

    private static boolean refused(FeedStatus status) {
        return status.state() == FeedStatus.State.BLOCKED;
    }

    /** {@code LIVE 3/4 · Bybit RESYNC 1.8 s · }, or nothing with every book in step. */
    static String outOfStep(Frame frame) {
        if (frame.inStep() == frame.wanted()) {
            return "";
        }
        StringBuilder words = new StringBuilder("LIVE " + frame.inStep() + "/" + frame.wanted() + " · ");
        for (VenueControl.Row row : VenueControl.counted(frame.venues())) {
            if (!row.inStep()) {
                words.append(row.venue().title())
                        .append(' ')
                        .append(row.state().word())
                        .append(" · ");
            }
        }
        return words.toString();
    }

    /** Empty while the book is in step and changes. */
    static String of(VenueView venue, long nowNanos) {
        BookView book = venue.book();
        long since = nowNanos - book.sinceNanos();
        return switch (book.state()) {
            case LIVE -> book.stale(nowNanos) ? "STALE " + seconds(nowNanos - book.updatedNanos()) : "";
            case WAITING -> "waiting for the first book";
            case RESYNCING ->
                "RESYNC " + seconds(since)
                        + (book.updatedNanos() == 0 ? "" : " · gap " + Times.second(book.updatedNanos()))
                        + (book.attempt() > 0 ? " · attempt " + book.attempt() : "");
            case LOST ->
                "LOST" + retry(venue, nowNanos)
                        + (book.updatedNanos() == 0 ? "" : " · last data " + Times.second(book.updatedNanos()));
        };
    }

    private static String retry(VenueView venue, long nowNanos) {
        for (FeedStatus status : venue.feed().connections()) {
            boolean ofBook = status.topics().contains(Topic.BOOK);
            if (ofBook && status.retryAtNanos() > nowNanos) {
                return ", retry in " + seconds(status.retryAtNanos() - nowNanos)
                        + (status.attempt() > 1 ? " (attempt " + status.attempt() + ")" : "");
            }
        }
        return "";
    }

    private static String seconds(long nanos) {
        return Numbers.age(Math.max(0, nanos));
    }
}
