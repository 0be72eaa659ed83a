package io.faultline.ui.heatmap;

import io.faultline.desk.BookView;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.ui.text.Numbers;

/** The state of a book in words, as they stand over a picture that is not live. */
final class StateWord {
    private StateWord() {}

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
