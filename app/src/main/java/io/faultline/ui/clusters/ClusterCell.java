package io.faultline.ui.clusters;

import io.faultline.desk.ClusterView;
import io.faultline.market.PositionSide;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathState;
import io.faultline.ui.alarms.chart.AlarmInk;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.theme.Palette;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** A cell of the cluster table: a text, or for some columns a drawing with the same in words. JavaFX thread only. */
final class ClusterCell extends TableCell<ClusterLine, ClusterRow> {
    private static final double BAR_HEIGHT = 9;
    private static final double VENUES_WIDTH = 52;
    private static final double BELL_SCALE = 0.75;
    private static final List<String> TONES = List.of("ok", "bad", "low", "mid", "bid", "ask", "warn");
    private static final String STAR_SHAPE =
            "M6 0.6 L7.6 4.3 L11.6 4.7 L8.6 7.3 L9.5 11.2 L6 9.1 L2.5 11.2 L3.4 7.3 L0.4 4.7 L4.4 4.3 Z";

    private final Column column;
    private final Palette palette;
    private final @Nullable Canvas canvas;
    private final @Nullable Name name;
    private final @Nullable SVGPath star;
    private final @Nullable Bell bell;
    private @Nullable Object drawn;

    /** The name of a cluster with the shape of its side, and a note. */
    private static final class Name {
        final Polygon shape = new Polygon(0, 0, 8, 0, 4, 7);
        final Label words = new Label();
        final Label note = new Label();
        final Label weekend = new Label("W");
        final HBox node = new HBox(5, shape, words, weekend, note);

        Name() {
            node.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(Region.USE_PREF_SIZE);
            words.getStyleClass().add("cluster-name");
            note.getStyleClass().add("cluster-note");
            weekend.setMinWidth(Region.USE_PREF_SIZE);
            weekend.getStyleClass().setAll("label", "warn");
            weekend.setAccessibleText("weekend");
            weekend.setTooltip(new Tooltip("Weekend: books are thin, moves overshoot (settings)"));
        }

        void show(ClusterRow row) {
            boolean down = row.track().side() == PositionSide.LONG;
            shape.setRotate(down ? 0 : 180);
            style(shape, down ? "long-shape" : "short-shape");
            set(words, row.track().name());
            set(note, row.note());
            weekend.setVisible(row.weekend());
            weekend.setManaged(row.weekend());
        }

        private static void set(Label label, String text) {
            if (!label.getText().equals(text)) {
                label.setText(text);
            }
        }
    }

    /** A bell, and the stages of the alarm. */
    private static final class Bell {
        private final SVGPath shape = new SVGPath();
        private final Label stages = new Label();
        private final Tooltip words = new Tooltip();
        final HBox node = new HBox(3, new Group(shape), stages);

        Bell() {
            shape.setContent(AlarmInk.BELL);
            shape.setScaleX(BELL_SCALE);
            shape.setScaleY(BELL_SCALE);
            node.setAlignment(Pos.CENTER_LEFT);
            stages.setMinWidth(Region.USE_PREF_SIZE);
            stages.getStyleClass().add("cluster-note");
            Tooltip.install(node, words);
        }

        void show(ClusterRow row) {
            ClusterBell now = row.bell();
            shape.setId("cluster-bell-" + row.track().name());
            style(shape, now.on() ? "bell-on" : now.set() ? "bell-quiet" : "bell-off");
            shape.setVisible(!row.gone());
            Name.set(stages, now.text());
            words.setText(now.words());
        }
    }

    ClusterCell(Column column, Palette palette, ClusterControl control) {
        this.column = column;
        this.palette = palette;
        boolean draws = column.look() == Column.Look.TIERS || column.look() == Column.Look.VENUES;
        canvas = draws ? new Canvas(VENUES_WIDTH, BAR_HEIGHT) : null;
        name = column.look() == Column.Look.NAME ? new Name() : null;
        star = column == Column.STAR ? new SVGPath() : null;
        bell = column.look() == Column.Look.BELL ? new Bell() : null;
        setAlignment(column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (column.look() == Column.Look.STRONG) {
            getStyleClass().add("strong-cell");
        }
        if (star != null) {
            star.setContent(STAR_SHAPE);
            setAlignment(Pos.CENTER);
            setOnMouseClicked(event -> {
                ClusterRow row = getItem();
                if (row != null) {
                    control.star(row.track());
                    event.consume();
                }
            });
        }
        if (bell != null) {
            setOnMouseClicked(event -> {
                ClusterView cluster = getItem() == null ? null : getItem().view();
                if (cluster != null && event.getButton() == MouseButton.PRIMARY) {
                    control.alarm(cluster);
                    event.consume();
                }
            });
        }
    }

    @Override
    protected void updateItem(@Nullable ClusterRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(null);
            setGraphic(null);
            return;
        }
        if (name != null) {
            name.show(row);
            setGraphic(name.node);
        } else if (star != null) {
            style(star, row.starred() ? "star-on" : "star-off");
            setGraphic(star);
        } else if (bell != null) {
            bell.show(row);
            setGraphic(bell.node);
            setAccessibleText(row.bell().words());
        } else if (canvas != null) {
            draw(canvas, row);
            setGraphic(canvas);
        } else {
            setText(column.text(row));
            tone(row);
        }
    }

    /** A class that is set again, though the same, has the whole row styled and laid out anew. */
    private static void style(Node node, String only) {
        if (!node.getStyleClass().equals(List.of(only))) {
            node.getStyleClass().setAll(only);
        }
    }

    private void draw(Canvas on, ClusterRow row) {
        Object what = column.look() == Column.Look.TIERS || row.view() == null
                ? row.tiers()
                : List.of(
                        row.view().mass().venuesUsd().keySet(),
                        row.view().mass().confirming());
        double width = Math.max(1, getTableColumn().getWidth() - 10);
        if (what.equals(drawn) && on.getWidth() == width) {
            return;
        }
        drawn = what;
        on.setWidth(width);
        GraphicsContext gc = on.getGraphicsContext2D();
        gc.clearRect(0, 0, width, BAR_HEIGHT);
        if (column.look() == Column.Look.TIERS) {
            TierBar.draw(gc, row.tiers(), 0, 1, width, BAR_HEIGHT - 2);
        } else if (row.view() != null) {
            Map<?, Double> holding = row.view().mass().venuesUsd();
            if (!holding.isEmpty()) {
                TierBar.squares(
                        gc,
                        palette,
                        row.view().mass().venuesUsd().keySet(),
                        row.view().mass().confirming(),
                        0,
                        0);
            }
        }
        setAccessibleText(column.text(row));
    }

    /** Colour only helps: every figure has its sign, every flag its word. */
    private void tone(ClusterRow row) {
        String tone = switch (column) {
            case CHANGE_1H, MOVED -> {
                double value = column == Column.MOVED ? row.track().migration() : column.key(row);
                yield Double.isNaN(value) || Math.abs(value) < (column == Column.MOVED ? 0.01 : 0.5)
                        ? "low"
                        : column == Column.MOVED ? "warn" : value > 0 ? "bid" : "ask";
            }
            case FUNDING -> flag(row.funding());
            case PATH -> row.view() == null ? "low" : path(row.view().path().state());
            case DISCOUNTED, EXPECTED, BAND, AGE, DENSITY, DAILY, OI_SHARE, GRADE -> "mid";
            default -> "";
        };
        if (!tone.isEmpty() && getStyleClass().contains(tone)) {
            return;
        }
        getStyleClass().removeAll(TONES);
        if (!tone.isEmpty()) {
            getStyleClass().add(tone);
        }
    }

    private static String flag(FundingFlag flag) {
        return switch (flag) {
            case AGREE -> "ok";
            case CONTRADICT -> "bad";
            case NEUTRAL, UNKNOWN -> "low";
        };
    }

    private static String path(PathState state) {
        return switch (state) {
            case HOLLOW -> "warn";
            case UNKNOWN -> "low";
            case OPEN, DEFENDED, INSIDE -> "";
        };
    }
}
