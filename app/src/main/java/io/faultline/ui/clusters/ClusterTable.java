package io.faultline.ui.clusters;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.ClustersView;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.TableLook;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * All clusters in a table, longs and shorts together. Figures move twice a second; rows change their order never while the
 * mouse is over them. What is selected here is selected in all panels. JavaFX thread only.
 */
public final class ClusterTable implements Panel {
    private static final long REST_NANOS = 500_000_000L;
    private static final double ROW = 20;

    /** Narrower, and headings and cells are set closer. */
    private static final double ROOMY = 900;

    private static final double SCROLL_BAR = 12;

    private final Shared axes;
    private final ClusterControl control;
    private final TableView<ClusterLine> table = new TableView<>();
    private final Map<Column, TableColumn<ClusterLine, ClusterRow>> columns = new HashMap<>();
    private final Map<Column, Label> heads = new HashMap<>();
    private final Map<Integer, ClusterLine> lines = new HashMap<>();
    private final Label empty = new Label("clusters are not known yet");
    private final ClusterStrip strip;
    private final ClusterMenu menu;
    private Sorting sorting = Sorting.BY_SIZE;
    private List<Column> hidden = List.of();
    private TableLook look = TableLook.USUAL;
    private @Nullable ClustersView shown;
    private AlarmsView alarms = AlarmsView.NONE;
    private String symbol = "";
    private int decimals = 2;
    private boolean updating;
    private boolean taking;
    private long drawnVersion = -1;
    private double fittedWidth = -1;
    private long shownAt = Long.MIN_VALUE;
    private long shownNow;

    public ClusterTable(Shared axes, Palette palette) {
        this.axes = axes;
        control = axes.clusters();
        strip = new ClusterStrip(this, axes);
        menu = new ClusterMenu(this, axes);
        table.setId("cluster-table");
        table.getStyleClass().add("cluster-table");
        table.getStylesheets().add(QualityCardPanel.sheet());
        table.setFixedCellSize(ROW);
        table.setMinSize(0, 0);
        table.setPlaceholder(empty);
        empty.getStyleClass().add("low");
        empty.setWrapText(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        for (Column column : Column.values()) {
            table.getColumns().add(column(column, palette));
        }
        table.getColumns().addListener((ListChangeListener<TableColumn<ClusterLine, ?>>) change -> {
            boolean whole = table.getColumns().size() == Column.values().length; // not while one is being dragged
            if (whole && !taking) {
                keepLook();
            }
        });
        table.setRowFactory(view -> new ClusterTableRow(axes));
        table.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && !updating) {
                control.select(is.id());
            }
        });
        table.setOnMouseExited(event -> control.point(ClusterControl.NONE));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setContextMenu(menu.node());
        table.setAccessibleText("Clusters");
    }

    private TableColumn<ClusterLine, ClusterRow> column(Column column, Palette palette) {
        TableColumn<ClusterLine, ClusterRow> made = new TableColumn<>();
        Label head = new Label();
        head.setId("cluster-head-" + column.name().toLowerCase(java.util.Locale.ROOT));
        head.getStyleClass().setAll("cluster-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setTooltip(new Tooltip(column.help()));
        head.setOnMouseClicked(event -> {
            if (event.isStillSincePress()) {
                sort(sorting.pressed(column));
            }
        });
        head.prefWidthProperty().bind(made.widthProperty());
        head.setAlignment(column.right() ? javafx.geometry.Pos.CENTER_RIGHT : javafx.geometry.Pos.CENTER_LEFT);
        heads.put(column, head);
        made.setGraphic(head);
        made.setSortable(false);
        made.setResizable(true);
        made.setMinWidth(16);
        made.setId(column.name());
        made.setUserData(column);
        made.setCellValueFactory(features -> features.getValue().rowProperty());
        made.setCellFactory(unused -> new ClusterCell(column, palette, control));
        columns.put(column, made);
        return made;
    }

    /** The row with the focus: Enter brings it into view. Other keys are the table's own. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            jump();
            event.consume();
        }
    }

    /** Brings the selected cluster into view. */
    void jump() {
        if (shown != null) {
            control.selected(shown).ifPresent(axes::jumpTo);
        }
    }

    @Override
    public String title() {
        return lines.isEmpty() ? "Clusters" : "Clusters " + live();
    }

    private long live() {
        return lines.values().stream().filter(line -> !line.row().gone()).count();
    }

    @Override
    public Region node() {
        return table;
    }

    @Override
    public Region strip() {
        return strip.node();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        boolean rest = shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS;
        // The market's time may run ahead of the clock, and a picture is taken of what it has come to.
        boolean ahead = Math.abs(pulse.nowNanos() - shownNow) >= 2 * REST_NANOS;
        boolean chosen = version() != drawnVersion || pulse.view().alarms() != alarms;
        if (!control.look().equals(look)) {
            take(control.look());
        }
        if (table.getWidth() != fittedWidth) {
            fit();
        }
        if (rest && !ahead && !chosen) {
            return;
        }
        shownAt = clock;
        shownNow = pulse.nowNanos();
        drawnVersion = version();
        shown = pulse.view().clusters();
        alarms = pulse.view().alarms();
        symbol = pulse.view().symbol();
        decimals = LastPrice.of(pulse.view()).decimals();
        update(pulse.view().clusters());
    }

    /** Sets the table as that look says. */
    private void take(TableLook wanted) {
        look = wanted;
        sorting = Sorting.of(wanted);
        hidden = Column.ordered(wanted).stream()
                .filter(column -> column != Column.CLUSTER && wanted.hidden().contains(column.name()))
                .toList();
        List<TableColumn<ClusterLine, ?>> order = new ArrayList<>();
        Column.ordered(wanted).forEach(column -> order.add(Objects.requireNonNull(columns.get(column))));
        if (!order.equals(table.getColumns())) {
            taking = true;
            table.getColumns().setAll(order);
            taking = false;
        }
        fit();
    }

    /** Has it kept how the table is set now. */
    private void keepLook() {
        List<String> order = inOrder().map(Column::name).toList();
        List<String> usual = Stream.of(Column.values()).map(Column::name).toList();
        look = new TableLook(
                sorting.equals(Sorting.BY_SIZE) ? "" : sorting.by().name(),
                sorting.descending(),
                order.equals(usual) ? List.of() : order,
                hidden.stream().map(Column::name).toList());
        control.look(look);
    }

    private long version() {
        return control.version() + axes.liquidations().version();
    }

    private void update(ClustersView view) {
        List<ClusterRow> rows = ClusterRow.of(view, alarms, control, control.leastUsd(), decimals);
        List<Integer> order = table.getItems().stream().map(ClusterLine::id).toList();
        List<ClusterRow> sorted = table.isHover() ? sorting.held(rows, order) : sorting.sorted(rows);
        List<ClusterLine> wanted = new ArrayList<>(sorted.size());
        for (ClusterRow row : sorted) {
            ClusterLine line = lines.computeIfAbsent(row.id(), id -> new ClusterLine(row));
            line.show(row);
            wanted.add(line);
        }
        lines.values().retainAll(wanted);
        updating = true;
        if (!table.getItems().equals(wanted)) {
            table.getItems().setAll(wanted);
        }
        select();
        updating = false;
        heads.forEach((column, head) -> head(column, head));
        empty.setText(words(view));
        strip.show(sorting, control.leastUsd());
        String sentence = "Clusters, " + live() + ", " + sorting.words();
        if (!sentence.equals(table.getAccessibleText())) {
            table.setAccessibleText(sentence);
        }
    }

    private void select() {
        ClusterLine selected = lines.get(control.selected());
        ClusterLine now = table.getSelectionModel().getSelectedItem();
        if (selected == now) {
            return;
        }
        if (selected == null) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().select(selected);
            if (!table.isHover()) {
                table.scrollTo(selected);
            }
        }
    }

    private void head(Column column, Label head) {
        String arrow = column != sorting.by() ? "" : sorting.descending() ? " ↓" : " ↑";
        String text = column.title(axes.liquidations().discount()) + arrow;
        if (!head.getText().equals(text)) {
            head.setText(text);
        }
    }

    /** Why there is nothing to show. */
    private String words(ClustersView view) {
        if (!view.known()) {
            return "clusters are not known yet: the model is being built";
        }
        if (control.leastUsd() > 0 && !view.clusters().isEmpty()) {
            return "nothing of " + Numbers.usd(control.leastUsd()) + " or more";
        }
        return "nothing above " + Numbers.percent(view.rules().significantShare(), 1) + " of open interest";
    }

    /** Takes as many columns as there is room for: the most dispensable give way first. */
    private void fit() {
        fittedWidth = table.getWidth();
        boolean narrow = fittedWidth < ROOMY;
        double room = fittedWidth - SCROLL_BAR;
        List<Column> kept = new ArrayList<>(List.of(Column.values()));
        kept.removeAll(hidden);
        while (width(kept, narrow) > room) {
            Column out = kept.get(0);
            for (Column column : kept) {
                out = column.dispensable() >= out.dispensable() ? column : out;
            }
            if (out.dispensable() == 0) {
                break;
            }
            kept.remove(out);
        }
        columns.forEach((column, made) -> {
            made.setVisible(kept.contains(column));
            made.setPrefWidth(column.width(narrow));
        });
    }

    private static double width(List<Column> kept, boolean narrow) {
        return kept.stream().mapToDouble(column -> column.width(narrow)).sum();
    }

    /** Stands its rows in the order of the next column that S goes through. */
    public void nextSort() {
        sort(sorting.next());
    }

    void sort(Sorting wanted) {
        sorting = wanted;
        keepLook();
        if (shown != null) {
            // Asked for by the user: now, even under the mouse.
            List<ClusterRow> rows = ClusterRow.of(shown, alarms, control, control.leastUsd(), decimals);
            List<ClusterLine> order = sorting.sorted(rows).stream()
                    .map(row -> lines.get(row.id()))
                    .filter(Objects::nonNull)
                    .toList();
            updating = true;
            table.getItems().setAll(order);
            updating = false;
            update(shown);
        }
    }

    /** Leaves out what holds less, USD, but for the user's own. */
    public void leastUsd(double usd) {
        control.leastUsd(usd);
    }

    double leastUsd() {
        return control.leastUsd();
    }

    List<Column> hidden() {
        return hidden;
    }

    /** Takes a column in or leaves it out. */
    void toggle(Column column) {
        hidden = hidden.contains(column)
                ? hidden.stream().filter(each -> each != column).toList()
                : Stream.concat(hidden.stream(), Stream.of(column)).toList();
        fit();
        keepLook();
    }

    /** What is selected, as far as it is shown. */
    @Nullable
    ClusterRow selectedRow() {
        ClusterLine line = lines.get(control.selected());
        return line == null ? null : line.row();
    }

    /** One row of the table with its heading. */
    String text(ClusterRow row) {
        return headings() + "\n" + cells(row) + "\n";
    }

    private String headings() {
        return inOrder()
                        .map(column -> column == Column.STAR
                                ? "own"
                                : column.title(axes.liquidations().discount()))
                        .collect(Collectors.joining("\t"))
                + "\tnote";
    }

    private Stream<Column> inOrder() {
        return table.getColumns().stream().map(column -> (Column) column.getUserData());
    }

    private String cells(ClusterRow row) {
        return inOrder().map(column -> column.text(row)).collect(Collectors.joining("\t")) + "\t" + note(row);
    }

    private static String note(ClusterRow row) {
        String side = row.track().side() == PositionSide.LONG ? "longs" : "shorts";
        String below = row.gone() || row.significant() ? "" : ", below significance";
        return side + (row.note().isEmpty() ? "" : ", " + row.note()) + below;
    }

    /** All rows, in the order in which they stand, every column. */
    @Override
    public String asText() {
        StringBuilder text = new StringBuilder("Clusters ").append(symbol).append(", USD, ");
        text.append(sorting.words()).append('\n').append(headings()).append('\n');
        table.getItems().forEach(line -> text.append(cells(line.row())).append('\n'));
        return text.toString();
    }
}
