package io.faultline.ui;

import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.ui.panel.MarketState;
import java.util.ArrayList;
import java.util.List;

/**
 * What the heatmap's place says while there is no market to draw.
 *
 * @param sentence one sentence
 * @param retry whether trying again at once is worth a button
 * @param openJournal whether a journal is offered instead
 * @param switchOn whether switching on every venue is offered
 */
record MarketNotice(String sentence, boolean retry, boolean openJournal, boolean switchOn) {
    static final MarketNotice NONE = new MarketNotice("", false, false);
    /** The user's own doing, so nothing is wrong: whatever stood before is no news now. */
    static final MarketNotice ALL_OFF = new MarketNotice("All venues are switched off.", false, true, true);

    MarketNotice(String sentence, boolean retry, boolean openJournal) {
        this(sentence, retry, openJournal, false);
    }

    static MarketNotice of(DeskView view, Session.Mode mode, long nowNanos) {
        List<VenueView> venues = view.venues();
        if (venues.stream().anyMatch(venue -> venue.book().state() != BookView.State.WAITING)) {
            return NONE;
        }
        if (mode == Session.Mode.REPLAY) {
            return new MarketNotice("The journal has not come to an order book yet.", false, false);
        }
        if (venues.isEmpty()) {
            return new MarketNotice("No venue is asked for " + view.symbol() + ".", false, true);
        }
        List<MarketState> states = states(venues, nowNanos);
        if (states.stream().allMatch(state -> state.kind() == MarketState.Kind.OFF)) {
            return new MarketNotice(waiting(venues, states), false, true);
        }
        if (states.stream().allMatch(state -> state.kind() == MarketState.Kind.BLOCKED)) {
            return new MarketNotice(sentences(states), true, true);
        }
        if (states.stream().allMatch(state -> isOut(state.kind()))) {
            return new MarketNotice(unanswered(venues, nowNanos), true, true);
        }
        return new MarketNotice(waiting(venues, states), false, false);
    }

    /** Whether every venue was tried in vain. */
    static boolean unanswered(DeskView view, long nowNanos) {
        return !view.venues().isEmpty()
                && view.venues().stream().allMatch(venue -> venue.book().state() == BookView.State.WAITING)
                && states(view.venues(), nowNanos).stream().allMatch(state -> isOut(state.kind()));
    }

    /** What was tried in vain, and when it is tried again. */
    static String trouble(DeskView view, long nowNanos) {
        return unanswered(view, nowNanos) ? unanswered(view.venues(), nowNanos) : "Connecting to the exchanges.";
    }

    private static List<MarketState> states(List<VenueView> venues, long nowNanos) {
        return venues.stream().map(venue -> MarketState.of(venue, nowNanos)).toList();
    }

    private static boolean isOut(MarketState.Kind kind) {
        return kind == MarketState.Kind.LOST || kind == MarketState.Kind.BLOCKED || kind == MarketState.Kind.PAUSED;
    }

    /** What was tried and when it is tried again: {@code No exchange answers: host: cause. Retrying in 8 s.} */
    private static String unanswered(List<VenueView> venues, long nowNanos) {
        List<String> tried = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (VenueView venue : venues) {
            for (FeedStatus feed : venue.feed().connections()) {
                if (MarketState.failing(feed) || feed.state() == FeedStatus.State.BLOCKED) {
                    String name = venue.instrument().venue().title() + " " + feed.connection();
                    addOnce(tried, feed.detail().isBlank() ? name : feed.detail());
                }
                if (feed.retryAtNanos() != 0) {
                    next = Math.min(next, feed.retryAtNanos());
                }
            }
        }
        String sentence = "No exchange answers: " + String.join("; ", tried) + ".";
        if (next == Long.MAX_VALUE) {
            return sentence + " It is tried again by itself.";
        }
        long seconds = Math.max(0, Math.round((next - nowNanos) / 1e9));
        return sentence + (seconds == 0 ? " Retrying now." : " Retrying\u00a0in\u00a0" + seconds + "\u00a0s.");
    }

    /** One fault is told by each connection that meets it, by some with host and path in front: the host is enough. */
    private static void addOnce(List<String> tried, String why) {
        String named = why.replaceFirst("^([^/\\s]+)/\\S*: ", "$1: ");
        if (tried.stream().noneMatch(other -> other.equals(named) || other.endsWith(": " + named))) {
            tried.removeIf(other -> named.endsWith(": " + other));
            tried.add(named);
        }
    }

    private static String waiting(List<VenueView> venues, List<MarketState> states) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < venues.size(); i++) {
            words.add(venues.get(i).instrument().venue().title() + ": "
                    + states.get(i).sentence());
        }
        return String.join(" · ", words);
    }

    private static String sentences(List<MarketState> states) {
        return String.join(
                " ", states.stream().map(state -> state.sentence() + ".").toList());
    }
}
