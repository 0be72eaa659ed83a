package io.faultline.ui;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Finds an action by words and runs it: Enter the chosen one, arrows choose. JavaFX thread only. */
final class CommandPalette {
    private final TextField words = new TextField();
    private final FilteredList<Action> found;
    private final ListView<Action> list;
    private final Runnable close;
    private final VBox root;

    CommandPalette(List<Action> actions, Runnable close) {
        this.close = close;
        found = new FilteredList<>(FXCollections.observableArrayList(
                actions.stream().filter(a -> a.enabled().getAsBoolean()).toList()));
        list = new ListView<>(found);
        list.setCellFactory(view -> new ActionCell());
        list.getStyleClass().add("palette-list");
        list.setPrefSize(460, 338);
        list.setFocusTraversable(false);
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(e -> run());
        words.setPromptText("What do you want to do?");
        words.setId("palette-words");
        words.textProperty().addListener((o, was, now) -> filter(now));
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root = new VBox(words, list);
    }

    Region node() {
        return root;
    }

    TextField words() {
        return words;
    }

    private void filter(String typed) {
        String[] wanted = typed.toLowerCase(Locale.ROOT).trim().split("\\s+", -1);
        found.setPredicate(action -> {
            String title = action.title().toLowerCase(Locale.ROOT);
            for (String word : wanted) {
                if (!title.contains(word)) {
                    return false;
                }
            }
            return true;
        });
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(Math.min(found.size() - 1, chosen + 1));
            case UP -> choose(Math.max(0, chosen - 1));
            case ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void run() {
        Action action = list.getSelectionModel().getSelectedItem();
        if (action != null) {
            close.run();
            action.run().run();
        }
    }

    /** The title at the left, the key at the right. */
    private static final class ActionCell extends ListCell<Action> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox row = new HBox(title, new Region(), key);

        ActionCell() {
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            title.getStyleClass().add("cell");
            key.getStyleClass().add("key-cap");
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(action == null ? null : row);
            if (action != null) {
                title.setText(action.title());
                key.setText(action.keyShown());
                key.setVisible(!action.keys().isEmpty());
            }
        }
    }
}
