package io.faultline.ui;

import io.faultline.ui.clusters.ClusterNews;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.text.Moments;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What changed since the user last looked; arrows choose, Enter or a click selects the cluster. JavaFX thread only. */
final class NewsCard {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 14;

    private final ListView<ClusterNews.Item> list;
    private final VBox root;

    /** @param choose is told which cluster, by its number */
    NewsCard(ClusterNews.News news, long nowNanos, IntConsumer choose) {
        list = new ListView<>(FXCollections.observableArrayList(news.items()));
        list.setCellFactory(view -> new ItemCell(nowNanos));
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.setPrefSize(520, ROW * Math.max(1, Math.min(MOST_ROWS, news.items().size())) + 6);
        list.setId("news-list");
        Label nothing = new Label(words(news));
        nothing.getStyleClass().add("low");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(event -> choose(choose));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(choose);
                event.consume();
            }
        });
        String title = news.sinceMillis() == 0
                ? "What changed"
                : "What changed since " + Moments.brief(news.sinceMillis() * 1_000_000, nowNanos) + " UTC";
        root = new VBox(PanelHead.titleRow(title), list);
        root.setAccessibleText(title + ", " + news.items().size());
    }

    private static String words(ClusterNews.News news) {
        if (news.sinceMillis() == 0) {
            return "Clusters are not known yet.";
        }
        return news.rebuilt()
                ? "The model was built anew since: nothing can be compared."
                : "Nothing was born, dissolved, grown, migrated or fired, and no alarm spoke.";
    }

    Region node() {
        return root;
    }

    ListView<ClusterNews.Item> list() {
        return list;
    }

    private void choose(IntConsumer choose) {
        ClusterNews.Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            choose.accept(item.id());
        }
    }

    /** When, what, which. */
    private static final class ItemCell extends ListCell<ClusterNews.Item> {
        private final Label when = new Label();
        private final Label what = new Label();
        private final Label words = new Label();
        private final HBox row = new HBox(10, when, what, words);
        private final long nowNanos;

        ItemCell(long nowNanos) {
            this.nowNanos = nowNanos;
            row.setAlignment(Pos.CENTER_LEFT);
            when.getStyleClass().add("low");
            when.setMinWidth(64);
            what.getStyleClass().add("strong");
            what.setMinWidth(92);
            words.getStyleClass().add("cell");
        }

        @Override
        protected void updateItem(ClusterNews.@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null || empty ? null : row);
            if (item != null && !empty) {
                when.setText(Moments.brief(item.millis() * 1_000_000, nowNanos));
                what.setText(item.what());
                words.setText(item.words());
            }
        }
    }
}
