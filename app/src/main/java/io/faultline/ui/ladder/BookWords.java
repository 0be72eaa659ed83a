package io.faultline.ui.ladder;

import io.faultline.desk.BookView;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;

/** The state of a venue's book in the words of the workspace. */
final class BookWords {
    private BookWords() {}

    /** Empty when the book is live and fresh. */
    static String of(VenueView venue, long nowNanos) {
        BookView book = venue.book();
        String since = Numbers.age(nowNanos - book.sinceNanos());
        return switch (book.state()) {
            case WAITING -> "waiting for the first book";
            case RESYNCING ->
                "RESYNC " + since
                        + (book.reason().isEmpty() ? "" : " · " + book.reason())
                        + " · attempt " + book.attempt();
            case LOST ->
                lost(venue, nowNanos)
                        + (book.updatedNanos() == 0 ? "" : " · last data " + Moments.time(book.updatedNanos()));
            case LIVE -> book.stale(nowNanos) ? "STALE " + Numbers.age(nowNanos - book.updatedNanos()) : "";
        };
    }

    /** The same without its reason, for the head. */
    static String brief(VenueView venue, long nowNanos) {
        BookView book = venue.book();
        return switch (book.state()) {
            case RESYNCING -> "RESYNC " + Numbers.age(nowNanos - book.sinceNanos()) + " · attempt " + book.attempt();
            case LOST -> lost(venue, nowNanos);
            case WAITING, LIVE -> of(venue, nowNanos);
        };
    }

    static StateShape shape(VenueView venue, long nowNanos) {
        return switch (venue.book().state()) {
            case WAITING -> StateShape.SILENT;
            case RESYNCING -> StateShape.RESYNCING;
            case LOST -> StateShape.LOST;
            case LIVE -> venue.book().stale(nowNanos) ? StateShape.STALE : StateShape.LIVE;
        };
    }

    private static String lost(VenueView venue, long nowNanos) {
        for (FeedStatus status : venue.feed().connections()) {
            if (status.state() == FeedStatus.State.LOST && status.retryAtNanos() > 0) {
                long seconds = Math.max(0, (status.retryAtNanos() - nowNanos) / 1_000_000_000L);
                return "LOST, retry in " + seconds + " s (attempt " + status.attempt() + ")";
            }
        }
        return "LOST for " + Numbers.age(nowNanos - venue.book().sinceNanos());
    }
}
