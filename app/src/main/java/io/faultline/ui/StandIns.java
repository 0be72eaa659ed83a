package io.faultline.ui;

import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Practice markets that stand in for real ones that nobody answers for: each until the user goes back to the real one,
 * which goes on trying meanwhile. JavaFX thread only.
 */
final class StandIns {
    /** The first attempt at a venue may fail where the second does not. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final IdentityHashMap<Session, Session> realOnes = new IdentityHashMap<>();
    private final IdentityHashMap<Session, Long> unansweredSince = new IdentityHashMap<>();
    private final IdentityHashMap<Session, Boolean> unwanted = new IdentityHashMap<>();

    /** Whether no exchange answers, and has not for some seconds. */
    static boolean isUnanswered(Session session) {
        DeskView view = session.view();
        return session.mode() == Session.Mode.LIVE && MarketNotice.unanswered(view, session.nowNanos());
    }

    /** Whether any venue has told its book. */
    static boolean isAnswered(Session session) {
        return session.view().venues().stream().anyMatch(venue -> venue.book().state() != BookView.State.WAITING);
    }

    /**
     * Whether a practice market should stand in.
     *
     * @param wallNanos of the computer's clock
     */
    boolean wanted(Session session, long wallNanos) {
        if (unwanted.containsKey(session) || !isUnanswered(session)) {
            unansweredSince.remove(session);
            return false;
        }
        Long since = unansweredSince.putIfAbsent(session, wallNanos);
        return since != null && wallNanos - since >= PATIENCE_NANOS;
    }

    /** Nothing stands in for that one any more: the user wants the real one, or there is nothing. */
    void refuse(Session real) {
        unansweredSince.remove(real);
        unwanted.put(real, true);
    }

    /** From here on practice is shown in place of the real one. */
    void begin(Session practice, Session real) {
        refuse(real);
        realOnes.put(practice, real);
    }

    /** What it stands in for, if it does. */
    Optional<Session> realOf(Session practice) {
        return Optional.ofNullable(realOnes.get(practice));
    }

    /** It stands in no more; what is returned is the caller's again. */
    Optional<Session> end(Session practice) {
        return Optional.ofNullable(realOnes.remove(practice));
    }

    /** A session is closed. */
    void closed(Session session) {
        unansweredSince.remove(session);
        unwanted.remove(session);
    }
}
