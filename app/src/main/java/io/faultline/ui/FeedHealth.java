package io.faultline.ui;

import io.faultline.market.Topic;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.VenueControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * Every topic of every venue: age and rate, and in words where it is silent; what was lost and repaired; how far each
 * book reaches; a switch for each venue. JavaFX thread only.
 */
final class FeedHealth implements Panel {
    static final String ID = "feed-health";
    private static final int SWITCH = 1;
    private static final int TOPICS = 2;
    private static final int WIDTH = TOPICS + Topic.values().length;
    private static final int ROWS_A_VENUE = 2;
    private static final long REST_NANOS = 200_000_000L;

    private final GridPane topics = grid();
    private final GridPane counters = grid();
    private final FlowPane content = new FlowPane(40, 10, topics, counters);
    private final ScrollPane root = new ScrollPane(content);
    private final List<Line> lines = new ArrayList<>();
    private final VenueControl control;
    private List<FeedReport> shown = List.of();
    private long shownAt = Long.MIN_VALUE;

    FeedHealth(VenueControl control) {
        this.control = control;
        Button retry = button("Retry now", "health-retry");
        retry.setOnAction(e -> control.retryNow());
        topics.add(label("heading", "venue"), 0, 0);
        topics.add(retry, SWITCH, 0);
        int column = TOPICS;
        for (Topic topic : Topic.values()) {
            put(topics, label("heading", topic.title()), column++, 0, HPos.RIGHT);
        }
        for (int i = 0; i < FeedReport.COUNTERS.size(); i++) {
            HPos side = i == 0 ? HPos.LEFT : HPos.RIGHT;
            put(counters, label("heading", FeedReport.COUNTERS.get(i)), i, 0, side);
        }
        content.getStyleClass().add("dock-table");
        root.getStyleClass().add("dock-scroll");
        root.setFitToWidth(true);
        root.setMinSize(0, 0);
    }

    @Override
    public String title() {
        return "Feed health";
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        if (shownAt == Long.MIN_VALUE || clock - shownAt >= REST_NANOS) {
            shownAt = clock;
            show(control.rows(pulse.view(), pulse.nowNanos()), pulse.nowNanos());
        }
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(2);
        return grid;
    }

    private void show(List<VenueControl.Row> rows, long nowNanos) {
        shown = rows.stream().map(row -> FeedReport.of(row, nowNanos)).toList();
        while (lines.size() < shown.size()) {
            lines.add(new Line(lines.size()));
        }
        for (int i = 0; i < shown.size(); i++) {
            lines.get(i).show(rows.get(i), shown.get(i));
        }
    }

    @Override
    public String asText() {
        StringBuilder out = new StringBuilder("Feed health\nvenue\tstate");
        for (Topic topic : Topic.values()) {
            out.append('\t').append(topic.title());
        }
        FeedReport.COUNTERS.stream().skip(1).forEach(name -> out.append('\t').append(name));
        out.append("\twords\n");
        for (FeedReport report : shown) {
            out.append(report.name()).append('\t').append(report.state());
            report.topics().forEach(cell -> out.append('\t').append(cell.text()));
            report.counters().stream().skip(1).forEach(cell -> out.append('\t').append(cell));
            out.append('\t').append(String.join(" · ", report.words())).append('\n');
        }
        return out.toString();
    }

    private static void put(GridPane grid, Region node, int column, int row, HPos side) {
        GridPane.setHalignment(node, side);
        GridPane.setValignment(node, VPos.CENTER);
        grid.add(node, column, row);
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().setAll("label", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String words, String id) {
        Button button = new Button(words);
        button.getStyleClass().setAll("action-button", "small");
        button.setId(id);
        return button;
    }

    /** One venue in both grids; its nodes stay, so that a focused switch stays focused. */
    private final class Line {
        private final ShapeMark mark = new ShapeMark(Shape.RING, Tone.LOW);
        private final Label name = label("medium", "");
        private final Button turn;
        private final List<Label> cells = new ArrayList<>();
        private final Label words = label("mid", "");
        private final List<Label> counts = new ArrayList<>();

        Line(int number) {
            int row = 1 + number * ROWS_A_VENUE;
            name.setGraphic(mark);
            name.setGraphicTextGap(7);
            turn = button("Switch off", "turn-" + number);
            put(topics, name, 0, row, HPos.LEFT);
            put(topics, turn, SWITCH, row, HPos.LEFT);
            for (int i = 0; i < Topic.values().length; i++) {
                Label cell = label("cell", "");
                cells.add(cell);
                put(topics, cell, TOPICS + i, row, HPos.RIGHT);
            }
            words.setWrapText(true);
            words.setMinWidth(0);
            words.setMaxWidth(900);
            topics.add(words, 0, row + 1, WIDTH, 1);
            for (int i = 0; i < FeedReport.COUNTERS.size(); i++) {
                Label cell = label(i == 0 ? "medium" : "cell", "");
                counts.add(cell);
                put(counters, cell, i, 1 + number, i == 0 ? HPos.LEFT : HPos.RIGHT);
            }
        }

        void show(VenueControl.Row row, FeedReport report) {
            Tone tone = Tone.of(row.state().kind().shape());
            mark.show(Shape.of(row.state().kind().shape()), tone);
            name.setText(report.name());
            boolean switchable = control.switchable(row.venue());
            turn.setVisible(switchable);
            turn.setText(row.wanted() ? "Switch off" : "Switch on");
            turn.setAccessibleText(turn.getText() + " " + report.name());
            turn.setOnAction(e -> control.toggle(row.venue()));
            for (int i = 0; i < cells.size(); i++) {
                set(
                        cells.get(i),
                        report.topics().get(i).text(),
                        report.topics().get(i).tone());
            }
            boolean well = tone == Tone.OK && report.words().size() == 1;
            set(
                    words,
                    String.join(" · ", report.words()),
                    well ? "low" : tone.name().toLowerCase(Locale.ROOT));
            words.setVisible(!well);
            words.setManaged(!well);
            for (int i = 0; i < counts.size(); i++) {
                counts.get(i).setText(report.counters().get(i));
            }
        }

        private static void set(Label label, String text, String style) {
            label.setText(text);
            if (!label.getStyleClass().contains(style)) {
                label.getStyleClass().setAll("label", style);
            }
        }
    }
}
