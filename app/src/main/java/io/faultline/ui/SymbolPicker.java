package io.faultline.ui;

import io.faultline.desk.MarketList;
import io.faultline.market.Venue;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Finds a symbol among all that any venue lists: typing filters, arrows choose, Enter opens, a heading sorts. JavaFX
 * thread only.
 */
final class SymbolPicker {
    private static final double SYMBOL = 118;
    private static final double FIGURE = 84;
    private static final double VENUES = 132;
    private static final double MARKS = 244;

    private final TextField words = new TextField();
    private final ObservableList<MarketList.Row> found = FXCollections.observableArrayList();
    private final ListView<MarketList.Row> list = new ListView<>(found);
    private final Label empty = new Label();
    private final Label foot = new Label();
    private final Map<MarketSort, Button> heads = new EnumMap<>(MarketSort.class);
    private final VBox root;
    private final boolean inNewTab;
    private final Choice choose;
    private MarketList markets = MarketList.EMPTY;
    private MarketSort sort = MarketSort.OPEN_INTEREST;

    /** Takes what was chosen. */
    interface Choice {
        void open(String symbol, boolean inNewTab);
    }

    /** @param inNewTab what Enter does; with Shift it is the other way round */
    SymbolPicker(boolean inNewTab, Choice choose) {
        this.inNewTab = inNewTab;
        this.choose = choose;
        words.setPromptText(inNewTab ? "Open which symbol in a new tab?" : "Open which symbol?");
        words.setId("picker-words");
        words.textProperty().addListener((o, was, is) -> filter());
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setCellFactory(view -> new MarketCell());
        list.getStyleClass().add("palette-list");
        list.setId("picker-list");
        list.setPrefSize(SYMBOL + FIGURE * MarketSort.values().length + VENUES + MARKS + 40, 416);
        list.setFocusTraversable(false);
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.setOnMouseClicked(e -> {
            if (!list.getSelectionModel().isEmpty()) {
                open(e.isShiftDown() != inNewTab);
            }
        });
        foot.getStyleClass().add("low");
        foot.setId("picker-foot");
        foot.setWrapText(true);
        foot.setMaxWidth(list.getPrefWidth());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(8, words, PanelHead.helpButton());
        top.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(top, heads(), list, foot);
        filter();
    }

    Region node() {
        return root;
    }

    TextField words() {
        return words;
    }

    /** Takes the newest list; what was chosen stays chosen. */
    void show(MarketList newest) {
        if (newest.asOfNanos() != markets.asOfNanos() || !newest.equals(markets)) {
            markets = newest;
            filter();
        }
    }

    MarketSort sort() {
        return sort;
    }

    private HBox heads() {
        HBox row = new HBox();
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("picker-heads");
        row.getChildren().add(fixed(label("heading", "symbol"), SYMBOL, Pos.CENTER_LEFT));
        for (MarketSort by : MarketSort.values()) {
            Button head = new Button(by.title);
            head.setId("sort-" + by.name().toLowerCase(Locale.ROOT));
            head.getStyleClass().setAll("sort-head");
            head.setTooltip(new Tooltip("Sort by " + by.title + " (Ctrl+S: next)"));
            head.setOnAction(e -> sort(by));
            heads.put(by, head);
            row.getChildren().add(fixed(head, FIGURE, Pos.CENTER_RIGHT));
        }
        row.getChildren().add(fixed(label("heading", "    venues"), VENUES, Pos.CENTER_LEFT));
        row.getChildren().add(fixed(label("heading", "marks"), MARKS, Pos.CENTER_LEFT));
        lightHead();
        return row;
    }

    private void sort(MarketSort by) {
        sort = by;
        lightHead();
        filter();
        words.requestFocus();
    }

    private void lightHead() {
        heads.forEach((by, head) -> {
            head.setText(by == sort ? by.title + " ↓" : by.title);
            head.getStyleClass().setAll("sort-head", by == sort ? "lit" : "plain");
        });
    }

    private String typed() {
        return words.getText().trim().toUpperCase(Locale.ROOT);
    }

    private void filter() {
        MarketList.Row chosen = list.getSelectionModel().getSelectedItem();
        String typed = typed();
        List<MarketList.Row> rows = markets.rows().stream()
                .filter(row -> row.symbol().contains(typed))
                .sorted(sort.order())
                .toList();
        found.setAll(rows);
        Optional<MarketList.Row> again = rows.stream()
                .filter(row -> chosen != null && row.symbol().equals(chosen.symbol()))
                .findFirst();
        again.ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
        empty.setText(nothing(typed));
        foot.setText(footWords());
    }

    private String nothing(String typed) {
        String why = nothing(markets);
        return typed.isEmpty() ? why : why + " Enter opens " + asSymbol(typed) + " all the same.";
    }

    /** Why no row is shown. */
    static String nothing(MarketList markets) {
        if (!markets.rows().isEmpty()) {
            return "No venue lists that.";
        }
        if (!markets.problems().isEmpty()) {
            return "No venue's list came. " + problems(markets) + ".";
        }
        return markets.asOfNanos() == 0 ? "The venues' lists are being fetched." : "No venue lists any market.";
    }

    private static String problems(MarketList markets) {
        return markets.problems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(problem -> problem.getKey().title() + ": " + problem.getValue())
                .collect(Collectors.joining(" · "));
    }

    private String footWords() {
        String how = inNewTab
                ? "Enter opens in a new tab, Shift+Enter in this one"
                : "Enter opens in this tab, Shift+Enter in a new one";
        String when = markets.asOfNanos() == 0 ? "" : " · lists of " + Moments.clock(markets.asOfNanos());
        String missing = markets.rows().isEmpty() ? "" : problems(markets);
        return how + " · Ctrl+S sorts" + when + (missing.isEmpty() ? "" : "\n" + missing);
    }

    private void key(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
            sort(sort.next());
        } else if (event.getCode() == KeyCode.DOWN) {
            choose(Math.min(found.size() - 1, chosen + 1));
        } else if (event.getCode() == KeyCode.UP) {
            choose(Math.max(0, chosen - 1));
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            choose(Math.min(found.size() - 1, chosen + 10));
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            choose(Math.max(0, chosen - 10));
        } else if (event.getCode() == KeyCode.ENTER) {
            open(event.isShiftDown() != inNewTab);
        } else {
            return;
        }
        event.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void open(boolean newTab) {
        MarketList.Row row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            choose.open(row.symbol(), newTab);
        } else if (!typed().isEmpty()) {
            choose.open(asSymbol(typed()), newTab);
        }
    }

    /** {@code SOL} means {@code SOLUSDT}. */
    private static String asSymbol(String typed) {
        return typed.endsWith("USDT") ? typed : typed + "USDT";
    }

    /** What speaks against a market, in words; empty where nothing does. */
    static String marks(MarketList.Row row) {
        String thin = row.thin() ? "thin: clusters unreliable" : "";
        String whale = row.distortable() ? "one whale can distort" : "";
        return thin.isEmpty() || whale.isEmpty() ? thin + whale : thin + " · " + whale;
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }

    private static <T extends javafx.scene.control.Labeled> T fixed(T label, double width, Pos side) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.setAlignment(side);
        return label;
    }

    /** One market in a line. */
    private static final class MarketCell extends ListCell<MarketList.Row> {
        private final Label symbol = fixed(label("medium", ""), SYMBOL, Pos.CENTER_LEFT);
        private final Label[] figures = new Label[MarketSort.values().length];
        private final HBox venues = new HBox(3);
        private final Label marks = fixed(label("warn", ""), MARKS, Pos.CENTER_LEFT);
        private final HBox row = new HBox(symbol);

        MarketCell() {
            for (int i = 0; i < figures.length; i++) {
                figures[i] = fixed(label("cell", ""), FIGURE, Pos.CENTER_RIGHT);
                row.getChildren().add(figures[i]);
            }
            venues.setMinWidth(VENUES);
            venues.setMaxWidth(VENUES);
            venues.setPadding(new javafx.geometry.Insets(0, 0, 0, 14));
            venues.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().addAll(venues, marks);
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(marks, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(MarketList.@Nullable Row market, boolean none) {
            super.updateItem(market, none);
            setGraphic(market == null ? null : row);
            if (market == null) {
                return;
            }
            symbol.setText(market.symbol());
            figures[0].setText(Numbers.usd(market.openInterestUsd()));
            figures[1].setText(unknownAs(Numbers.change(market.openInterestChange(), 1)));
            figures[2].setText(Numbers.usd(market.volumeUsd()));
            double usual = market.volumeAgainstUsual();
            figures[3].setText(Double.isNaN(usual) ? "?" : Numbers.price(usual, 2) + "×");
            figures[4].setText(unknownAs(Numbers.percent(market.fundingRate(), 4)));
            venues.getChildren().clear();
            for (Venue venue : Venue.values()) {
                if (market.venues().contains(venue)) {
                    venues.getChildren().add(label("venue-mark", venue.code()));
                }
            }
            marks.setText(marks(market));
        }

        private static String unknownAs(String text) {
            return text.equals("–") ? "?" : text;
        }
    }
}
