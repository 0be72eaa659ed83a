package io.faultline.ui.ledger;

import io.faultline.desk.LedgerView;
import io.faultline.ledger.Receipt;
import io.faultline.ui.paint.ExportRequest;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * How good what is said of clusters has been on this machine: tiles that hold each rate against chance and against what
 * the field claims, and a row with a receipt for each touched cluster. JavaFX thread only.
 */
public final class LedgerPanel implements Panel {
    public static final String ID = "ledger";
    private static final long REST_NANOS = 500_000_000L;
    private static final double TILE = 216;

    private final FlowPane tiles = new FlowPane(8, 8);
    private final ReliabilityPlot plot;
    private final ReceiptTable rows;
    private final Label epoch = new Label();
    private final HBox strip;
    private final SideBySide root;
    private List<Tile> shownTiles = List.of();
    private LedgerView shown = LedgerView.NONE;
    private String symbol = "";
    private int decimals = 2;
    private long nowNanos;
    private long shownAt = Long.MIN_VALUE;

    public LedgerPanel(Palette palette) {
        plot = new ReliabilityPlot(palette);
        rows = new ReceiptTable();
        tiles.getStyleClass().add("dock-table");
        ScrollPane left = new ScrollPane(tiles);
        left.getStyleClass().add("dock-scroll");
        left.setFitToWidth(true);
        left.setMinSize(0, 0);
        root = new SideBySide(left, rows.node());
        root.getStyleClass().add("ledger");
        root.getStylesheets().add(Sheets.PLANS);
        root.setAccessibleText("Ledger");
        epoch.getStyleClass().add("low");
        epoch.setId("ledger-epoch");
        epoch.setMinWidth(0);
        strip = new HBox(
                6,
                epoch,
                button("ledger-csv", "CSV", () -> export("csv", LedgerExport.csv(shown))),
                button("ledger-json", "JSON", () -> export("json", LedgerExport.json(shown, symbol))));
        strip.setAlignment(Pos.CENTER_RIGHT);
    }

    private static Button button(String id, String words, Runnable run) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("action-button", "small");
        button.setOnAction(event -> run.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void export(String extension, String text) {
        root.fireEvent(new ExportRequest("ledger", extension, text));
    }

    @Override
    public String title() {
        int touched = shown.open().size() + shown.receipts().size();
        return touched == 0 ? "Ledger" : "Ledger " + touched;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public @Nullable Region strip() {
        return strip;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        LedgerView view = pulse.view().ledger();
        boolean rest = shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS;
        boolean counting = !view.open().isEmpty();
        if (view == shown && (rest || !counting) && symbol.equals(pulse.view().symbol())) {
            plot.show(shown.flows());
            return;
        }
        shownAt = clock;
        symbol = pulse.view().symbol();
        nowNanos = pulse.nowNanos();
        decimals = LastPrice.of(pulse.view()).decimals();
        boolean same = view == shown;
        shown = view;
        rows.show(view, decimals, nowNanos);
        if (!same || shownTiles.isEmpty()) {
            showTiles(LedgerTiles.of(view));
            epoch.setText(epochWords(view, nowNanos));
        }
        plot.show(view.flows());
    }

    private void showTiles(List<Tile> wanted) {
        if (wanted.equals(shownTiles)) {
            return;
        }
        shownTiles = wanted;
        List<Region> nodes = new ArrayList<>();
        for (Tile tile : wanted) {
            nodes.add(card(tile));
            if (tile.id().equals("reliability")) {
                nodes.add(plot.node());
            }
        }
        tiles.getChildren().setAll(nodes);
    }

    private static Region card(Tile tile) {
        VBox card = new VBox(1);
        card.setId("ledger-tile-" + tile.id());
        card.getStyleClass().addAll("ledger-tile", tile.weight().name().toLowerCase(java.util.Locale.ROOT));
        card.setPrefWidth(TILE);
        card.setMinWidth(TILE);
        card.getChildren().add(words(tile.title(), "heading"));
        card.getChildren().add(words(tile.value(), tile.weight() == Tile.Weight.NEEDS_MORE ? "low" : "tile-value"));
        if (!tile.beside().isEmpty()) {
            card.getChildren().add(words(tile.beside(), "mid"));
        }
        if (!tile.verdict().isEmpty()) {
            card.getChildren().add(words(tile.verdict(), tile.weight() == Tile.Weight.SHOWN ? "tile-value" : "mid"));
        }
        if (!tile.claim().isEmpty()) {
            card.getChildren().add(words(tile.claim(), "low"));
        }
        card.setAccessibleText(tile.text());
        return card;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Since when, under which parameters, and what was lost. */
    static String epochWords(LedgerView view, long nowNanos) {
        if (view.epoch().id().isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        if (view.epoch().number() > 0) {
            words.append("new epoch since ")
                    .append(Moments.brief(view.epoch().beganMillis() * 1_000_000, nowNanos))
                    .append(", other parameters or rules · ");
        }
        words.append(
                view.sinceMillis() == 0
                        ? "nothing due yet"
                        : "since " + Moments.brief(view.sinceMillis() * 1_000_000, nowNanos));
        words.append(" · ").append(Numbers.usdInFull(view.waiting())).append(" predictions wait");
        if (view.dropped() > 0) {
            words.append(" · ").append(Numbers.usdInFull(view.dropped())).append(" dropped");
        }
        return words + (view.problem().isEmpty() ? "" : " · not kept: " + view.problem());
    }

    @Override
    public String asText() {
        String figures = shownTiles.stream().map(Tile::text).collect(Collectors.joining("\n"));
        String touched = shown.touched().stream()
                .map(receipt -> ReceiptWords.whole(
                        receipt, decimals, shown.open().contains(receipt) ? nowNanos : Long.MAX_VALUE))
                .collect(Collectors.joining("\n\n"));
        return "Ledger " + symbol + ", " + epochWords(shown, nowNanos) + "\n" + figures + "\n\n"
                + (touched.isEmpty() ? ReceiptTable.emptyWords(shown) : touched) + "\n";
    }

    /** The receipt of that row, for tests. */
    List<Receipt> touched() {
        return shown.touched();
    }
}
