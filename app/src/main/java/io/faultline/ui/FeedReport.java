package io.faultline.ui;

import io.faultline.desk.BookView;
import io.faultline.desk.FeedView;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.market.Liquidation;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.market.VenueClock;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One venue's feed in words and figures.
 *
 * @param topics a cell for each {@link Topic}, in order
 * @param words how it stands, and each silent topic in a sentence
 * @param counters one for each of {@link #COUNTERS}
 */
record FeedReport(String name, String state, List<Cell> topics, List<String> words, List<String> counters) {
    static final List<String> COUNTERS = List.of(
            "venue",
            "gaps",
            "resyncs",
            "reconnects",
            "round trip",
            "lost",
            "unreadable",
            "traffic",
            "book seen",
            "liquidations",
            "clock ahead");

    /** @param tone style class of its colour */
    record Cell(String text, String tone) {
        static final Cell NONE = new Cell("–", "low");
    }

    static FeedReport of(VenueControl.Row row, long nowNanos) {
        String name = row.venue().title();
        VenueView venue = row.view();
        if (venue == null || !row.wanted()) {
            // What it said before it was switched off is no news of it now.
            List<Cell> none = new ArrayList<>();
            for (int i = 0; i < Topic.values().length; i++) {
                none.add(Cell.NONE);
            }
            List<String> dashes = new ArrayList<>(List.of(name));
            while (dashes.size() < COUNTERS.size()) {
                dashes.add("–");
            }
            return new FeedReport(
                    name, row.state().word(), none, List.of(row.state().sentence()), dashes);
        }
        List<Cell> cells = new ArrayList<>();
        List<String> words = new ArrayList<>();
        words.add(stands(row, venue, nowNanos));
        for (Topic topic : Topic.values()) {
            String silence = silence(venue.feed(), topic, nowNanos);
            cells.add(cell(venue.feed(), topic, !silence.isEmpty(), nowNanos));
            if (!silence.isEmpty()) {
                words.add(topic.title() + ": " + silence);
            }
        }
        return new FeedReport(name, row.state().word(), cells, words, counters(row.venue(), venue));
    }

    private static String stands(VenueControl.Row row, VenueView venue, long nowNanos) {
        List<String> connections = new ArrayList<>();
        for (FeedStatus feed : venue.feed().connections()) {
            if (feed.state() != FeedStatus.State.SILENT) {
                connections.add(feed.connection() + " " + MarketState.words(feed, nowNanos));
            }
        }
        String said = row.state().live()
                ? row.state().word()
                : row.state().word() + ", " + row.state().sentence();
        return connections.isEmpty() ? said : said + " · " + String.join(", ", connections);
    }

    private static Cell cell(FeedView feed, Topic topic, boolean silent, long nowNanos) {
        for (FeedView.TopicView view : feed.topics()) {
            if (view.topic() == topic && view.lastNanos() != 0) {
                String age = Numbers.age(nowNanos - view.lastNanos());
                String rate = Numbers.price(view.perSecond(), view.perSecond() < 10 ? 1 : 0) + "/s";
                return new Cell(age + " · " + rate, silent ? "warn" : "cell");
            }
        }
        return silent ? new Cell("silent", "warn") : Cell.NONE;
    }

    private static String silence(FeedView feed, Topic topic, long nowNanos) {
        for (FeedView.TopicView view : feed.topics()) {
            if (view.topic() == topic && view.silent(nowNanos)) {
                return view.silence(nowNanos);
            }
        }
        Optional<FeedStatus> silent = feed.connections().stream()
                .filter(status -> status.state() == FeedStatus.State.SILENT)
                .filter(status ->
                        status.topics().contains(topic) || status.connection().equals(topic.title()))
                .findFirst();
        return silent.map(status ->
                        status.detail().startsWith("subscribed") ? status.detail() : "subscribed, " + status.detail())
                .orElse("");
    }

    private static List<String> counters(Venue name, VenueView venue) {
        FeedView feed = venue.feed();
        BookView.Counters book = venue.book().counters();
        VenueClock clock = feed.clock();
        return List.of(
                name.title(),
                Long.toString(book.gaps()),
                Long.toString(book.resyncs()),
                Long.toString(feed.reconnects()),
                clock == null ? "?" : clock.roundTripMillis() + " ms",
                Long.toString(feed.lost()),
                Long.toString(feed.undecodable()),
                traffic(feed.traffic()),
                reach(venue),
                venue.liquidations() == Liquidation.Completeness.COMPLETE ? "complete" : "lower bound",
                clock == null ? "?" : Numbers.price((double) clock.offsetMillis(), 0) + " ms");
    }

    private static String traffic(FeedView.Traffic traffic) {
        return traffic.bytes() == 0 ? "?" : StatusStrip.bytes(Math.round(traffic.bytesPerSecond())) + "/s";
    }

    /** {@code −1.4 % +1.4 %}: how far from the mid every order is seen. */
    private static String reach(VenueView venue) {
        double below = venue.book().depth().bidReach();
        double above = venue.book().depth().askReach();
        if (Double.isNaN(below) || Double.isNaN(above)) {
            return "?";
        }
        int decimals = Math.min(below, above) < 0.01 ? 2 : 1;
        String seen = Numbers.change(-below, decimals) + " " + Numbers.change(above, decimals);
        return venue.indicative() ? seen + ", indicative" : seen;
    }
}
