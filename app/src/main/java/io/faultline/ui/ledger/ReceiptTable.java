package io.faultline.ui.ledger;

import io.faultline.desk.LedgerView;
import io.faultline.ledger.Receipt;
import io.faultline.liquidation.ReportFeed;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A row for each touched cluster, newest first; a row's tooltip is its receipt. JavaFX thread only. */
final class ReceiptTable {
    private static final int MOST_ROWS = 500;
    private static final double ROW = 20;

    private final TableView<Receipt> table = new TableView<>();
    private Set<Receipt> open = Set.of();
    private final Label empty = new Label();
    private int decimals = 2;
    private long nowNanos;

    ReceiptTable() {
        table.setId("ledger-rows");
        table.getStyleClass().add("plan-table");
        table.setFixedCellSize(ROW);
        table.setMinSize(0, 0);
        table.setPlaceholder(empty);
        empty.setId("ledger-empty");
        empty.getStyleClass().add("low");
        empty.setWrapText(true);
        column("touched", 62, false, (receipt, now) -> ReceiptWords.time(receipt, now));
        column("cluster", 46, false, (receipt, now) -> ReceiptWords.name(receipt));
        column("modelled", 56, true, (receipt, now) -> Numbers.usd(receipt.massUsd()));
        column("expected", 56, true, (receipt, now) -> Numbers.usd(receipt.expectedUsd()));
        column("reported", 66, true, (receipt, now) -> ReceiptWords.reported(receipt));
        column("path before", 94, false, (receipt, now) -> ReceiptWords.path(receipt));
        column("book 30 s before", 150, false, (receipt, now) -> ReceiptWords.book(receipt));
        column("outcome", 118, false, (receipt, now) -> ReceiptWords.outcome(receipt, until(receipt)));
        column(
                "receipt",
                150,
                false,
                (receipt, now) ->
                        ReceiptWords.share(receipt) + (receipt.feed() == ReportFeed.THROTTLED ? ", throttled" : ""));
        table.setRowFactory(view -> new TableRow<>() {
            private final Tooltip tip = new Tooltip();

            @Override
            protected void updateItem(Receipt receipt, boolean isEmpty) {
                super.updateItem(receipt, isEmpty);
                setTooltip(isEmpty || receipt == null ? null : tip);
                if (!isEmpty && receipt != null) {
                    String words = ReceiptWords.whole(receipt, decimals, until(receipt));
                    tip.setText(words);
                    setAccessibleText(words);
                }
            }
        });
    }

    Region node() {
        return table;
    }

    private void column(String title, double width, boolean right, BiFunction<Receipt, Long, String> words) {
        TableColumn<Receipt, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(each -> new ReadOnlyStringWrapper(words.apply(each.getValue(), nowNanos)));
        if (right) {
            column.getStyleClass().add("right");
        }
        table.getColumns().add(column);
    }

    void show(LedgerView view, int newDecimals, long now) {
        decimals = newDecimals;
        nowNanos = now;
        open = Set.copyOf(view.open());
        List<Receipt> wanted = new ArrayList<>(view.touched());
        if (wanted.size() > MOST_ROWS) {
            wanted = wanted.subList(0, MOST_ROWS);
        }
        if (!table.getItems().equals(wanted)) {
            table.getItems().setAll(wanted);
        } else if (!view.open().isEmpty()) {
            table.refresh(); // how long they have to go
        }
        empty.setText(emptyWords(view));
    }

    /** Until when a receipt goes on: one that is not open any more, and not whole, was not seen to its end. */
    private long until(Receipt receipt) {
        return open.contains(receipt) ? nowNanos : Long.MAX_VALUE;
    }

    /** What stands where no row is: how much evidence it takes. */
    static String emptyWords(LedgerView view) {
        String needs = "Rates need 30 clusters that were first seen a day ago ("
                + Math.min(30, view.board().reach().seen()) + " so far, " + view.waiting()
                + " predictions wait), volumes 50 spans of 5 min with swept mass, receipts 10 swept clusters.";
        return view.known() || view.epoch().id().isEmpty()
                ? "No cluster touched yet. It fills by itself. " + needs
                : "What was kept is being read.";
    }
}
