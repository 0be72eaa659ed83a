package io.faultline.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows a {@link MarketNotice} over the heatmap. JavaFX thread only. */
final class NoticeCard {
    private final Label sentence = new Label();
    private final Button retry = button("Retry now", "retry");
    private final Button open = button("Open a journal…", "open-journal");
    private final Button switchOn = button("Switch all on", "switch-all-on");
    private final HBox buttons = new HBox(8, switchOn, retry, open);
    private final VBox card = new VBox(sentence, buttons);
    private final StackPane root = new StackPane(card);
    private MarketNotice shown = MarketNotice.NONE;

    NoticeCard(Runnable onRetry, Runnable onOpen, Runnable onSwitchOn) {
        sentence.getStyleClass().add("sentence");
        sentence.setId("notice");
        sentence.setWrapText(true);
        buttons.setAlignment(javafx.geometry.Pos.CENTER);
        card.getStyleClass().add("market-notice");
        card.setMaxSize(520, Region.USE_PREF_SIZE);
        retry.setOnAction(e -> onRetry.run());
        open.setOnAction(e -> onOpen.run());
        switchOn.setOnAction(e -> onSwitchOn.run());
        root.setPickOnBounds(false);
        root.setVisible(false);
        root.setMinSize(0, 0);
    }

    Region node() {
        return root;
    }

    void show(MarketNotice notice) {
        if (notice.equals(shown)) {
            return;
        }
        shown = notice;
        root.setVisible(!notice.sentence().isEmpty());
        sentence.setText(notice.sentence());
        present(retry, notice.retry());
        present(open, notice.openJournal());
        present(switchOn, notice.switchOn());
        present(buttons, notice.retry() || notice.openJournal() || notice.switchOn());
    }

    private static void present(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static Button button(String words, String id) {
        Button button = new Button(words);
        button.getStyleClass().setAll("action-button");
        button.setId(id);
        return button;
    }
}
