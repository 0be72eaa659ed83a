package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.ui.text.Numbers;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every connection and topic of every venue: age, rate, count, and its state in words. JavaFX thread only. */
final class FeedHealth {
    private final VBox root = new VBox();
    private final GridPane grid = new GridPane();

    FeedHealth() {
        Label title = new Label("Feed health");
        title.getStyleClass().add("title");
        grid.setHgap(22);
        grid.setVgap(4);
        root.getChildren().addAll(title, grid);
        root.setMinWidth(620);
        root.setFocusTraversable(true);
    }

    Region node() {
        return root;
    }

    void show(DeskView view, long nowNanos) {
        grid.getChildren().clear();
        int row = 0;
        for (VenueView venue : view.venues()) {
            row = show(venue, nowNanos, row);
        }
    }

    private int show(VenueView venue, long nowNanos, int first) {
        int row = first;
        MarketState state = MarketState.of(venue, nowNanos);
        put(0, row, "title", venue.instrument().venue().title(), HPos.LEFT);
        String why = state.sentence().isEmpty() ? "" : " · " + state.sentence();
        put(4, row++, state.kind().tone.name().toLowerCase(Locale.ROOT), state.word() + why, HPos.LEFT);
        String[] heads = {"topic", "age", "per second", "messages", "state"};
        for (int i = 0; i < heads.length; i++) {
            put(i, row, "heading", heads[i], i == 0 || i == 4 ? HPos.LEFT : HPos.RIGHT);
        }
        row++;
        for (FeedView.TopicView topic : venue.feed().topics()) {
            boolean any = topic.lastNanos() != 0;
            put(0, row, "cell", topic.topic().title(), HPos.LEFT);
            put(1, row, "cell", any ? Numbers.age(nowNanos - topic.lastNanos()) : "–", HPos.RIGHT);
            put(2, row, "cell", Numbers.price(topic.perSecond(), topic.perSecond() < 10 ? 1 : 0), HPos.RIGHT);
            put(3, row, "cell", Numbers.price((double) topic.count(), 0), HPos.RIGHT);
            String words = topicWords(venue.feed(), topic.topic(), any);
            put(4, row++, words.startsWith("subscribed") ? "warn" : "mid", words, HPos.LEFT);
        }
        String[] more = {"connection", "", "", "", "state"};
        for (int i = 0; i < more.length; i++) {
            put(i, row, "heading", more[i], HPos.LEFT);
        }
        row++;
        for (FeedStatus feed : venue.feed().connections()) {
            if (feed.state() != FeedStatus.State.SILENT) {
                put(0, row, "cell", feed.connection(), HPos.LEFT);
                put(4, row++, MarketState.failing(feed) ? "bad" : "mid", MarketState.words(feed, nowNanos), HPos.LEFT);
            }
        }
        Label counted = label("mid", counters(venue));
        grid.add(counted, 0, row, heads.length, 1);
        return row + 2;
    }

    private static String topicWords(FeedView feed, Topic topic, boolean any) {
        Optional<FeedStatus> silent = feed.connections().stream()
                .filter(f -> f.state() == FeedStatus.State.SILENT)
                .filter(f -> f.topics().contains(topic) || f.connection().equals(topic.title()))
                .findFirst();
        if (silent.isPresent()) {
            String detail = silent.get().detail();
            return detail.startsWith("subscribed") ? detail : "subscribed, " + detail;
        }
        return any ? "" : "nothing yet";
    }

    private static String counters(VenueView venue) {
        var book = venue.book().counters();
        FeedView feed = venue.feed();
        return "snapshots " + book.snapshots() + " · changes " + Numbers.price((double) book.deltas(), 0)
                + " · older than the snapshot "
                + book.stale() + " · gaps " + book.gaps() + " · resyncs " + book.resyncs() + " · crossed "
                + book.crossed()
                + " · reconnects " + feed.reconnects() + " · lost " + feed.lost() + " · unreadable "
                + feed.undecodable();
    }

    private void put(int column, int row, String style, String words, HPos side) {
        Label label = label(style, words);
        GridPane.setHalignment(label, side);
        grid.add(label, column, row);
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
