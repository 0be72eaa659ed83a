package io.faultline.ui;

import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Says over a practice market that it stands in for the real one, why, and offers the real one when it answers. JavaFX
 * thread only.
 */
final class StandInCard {
    private static final double WIDTH = 760;
    private static final Insets PLACE = new Insets(124, 0, 0, 0);

    private final Label sentence = new Label();
    private final Button retry = button("Retry now", "stand-in-retry");
    private final Button real = button("", "stand-in-real");
    private final HBox card = new HBox(12, sentence, retry, real);

    StandInCard(Session live, Runnable toReal) {
        sentence.setWrapText(true);
        sentence.setId("stand-in");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        retry.setOnAction(e -> live.retryNow());
        real.setOnAction(e -> toReal.run());
        retry.setMinWidth(Region.USE_PREF_SIZE);
        real.setMinWidth(Region.USE_PREF_SIZE);
        card.getStyleClass().add("stand-in");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, PLACE);
        show(live);
    }

    Region node() {
        return card;
    }

    void show(Session live) {
        DeskView view = live.view();
        boolean answered = StandIns.isAnswered(live);
        sentence.setText(answered ? answering(view) : waiting(view, live.nowNanos()));
        real.setText(answered ? "Switch to the real market" : "Wait for the real market");
        retry.setVisible(!answered);
        retry.setManaged(!answered);
    }

    private static String answering(DeskView view) {
        String names = view.venues().stream()
                .filter(venue -> venue.book().state() != BookView.State.WAITING)
                .map(venue -> venue.instrument().venue().title())
                .collect(Collectors.joining(", "));
        return names + " answers. What you see is still the practice market: nothing here is real.";
    }

    private static String waiting(DeskView view, long nowNanos) {
        return "This is the practice market: nothing here is real. " + MarketNotice.trouble(view, nowNanos);
    }

    private static Button button(String words, String id) {
        Button button = new Button(words);
        button.getStyleClass().setAll("action-button");
        button.setId(id);
        return button;
    }
}
