package io.faultline.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The tooltip of panels that are narrower than it: it comes after 250 ms, follows the mouse and flips at the window's
 * edges. It lies in the window's own scene, so that pictures show it. JavaFX thread only.
 */
public final class HoverCard {
    private static final long DELAY_NANOS = 250_000_000L;
    private static final long REST_NANOS = 100_000_000L;
    private static final double GAP = 14;

    private final GridPane card = new GridPane();
    private final Pane layer = new Pane(card);
    private final List<Label> labels = new ArrayList<>();
    private @Nullable Node owner;
    private Supplier<List<Line>> lines = List::of;
    private List<Line> shown = List.of();
    private double x;
    private double y;
    private long since;
    private long written;

    /** A figure and what it is; the figure is empty where the words stand alone. */
    public record Line(String words, String figure) {
        public Line(String words) {
            this(words, "");
        }
    }

    public HoverCard() {
        card.getStyleClass().add("hover-card");
        card.setVisible(false);
        layer.setMouseTransparent(true);
        layer.setPickOnBounds(false);
        layer.setMinSize(0, 0);
    }

    /** What the card moves in; it lies over the panels. */
    public Region layer() {
        return layer;
    }

    /** The mouse is at that point of a node, over something that those lines are about; the first is their title. */
    public void over(Node node, double nodeX, double nodeY, Supplier<List<Line>> about) {
        if (node != owner) {
            owner = node;
            since = System.nanoTime();
            card.setVisible(false);
        }
        lines = about;
        x = nodeX;
        y = nodeY;
        written = 0;
    }

    /** The mouse is there no more. */
    public void leave(Node node) {
        if (node == owner) {
            owner = null;
            card.setVisible(false);
        }
    }

    /** Shows it when it is time, and keeps its figures new. */
    public void pulse() {
        Node over = owner;
        long now = System.nanoTime();
        if (over == null || now - since < DELAY_NANOS || (written != 0 && now - written < REST_NANOS)) {
            return;
        }
        written = now;
        List<Line> about = over.getScene() == null ? List.of() : lines.get();
        card.setVisible(!about.isEmpty());
        if (!about.isEmpty()) {
            write(about);
            place(over);
        }
    }

    private void write(List<Line> about) {
        if (about.equals(shown)) {
            return;
        }
        shown = List.copyOf(about);
        while (labels.size() < 2 * about.size()) {
            int row = labels.size() / 2;
            Label words = new Label();
            Label figure = new Label();
            words.getStyleClass().add(row == 0 ? "hover-title" : "hover-words");
            figure.getStyleClass().add("hover-figure");
            words.setMinWidth(Region.USE_PREF_SIZE);
            figure.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(figure, HPos.RIGHT);
            card.add(words, 0, row);
            card.add(figure, 1, row);
            labels.add(words);
            labels.add(figure);
        }
        for (int i = 0; i < labels.size(); i++) {
            boolean used = i < 2 * about.size();
            Line line = used ? about.get(i / 2) : new Line("");
            labels.get(i).setText(i % 2 == 0 ? line.words() : line.figure());
            labels.get(i).setManaged(used);
            labels.get(i).setVisible(used);
            if (i % 2 == 0) {
                GridPane.setColumnSpan(labels.get(i), line.figure().isEmpty() ? 2 : 1);
            }
        }
    }

    private void place(Node over) {
        Point2D at = layer.sceneToLocal(over.localToScene(x, y));
        card.applyCss();
        double width = Math.ceil(card.prefWidth(-1));
        double height = Math.ceil(card.prefHeight(-1));
        Bounds room = layer.getLayoutBounds();
        boolean left = at.getX() + GAP + width > room.getWidth();
        boolean above = at.getY() + GAP + height > room.getHeight();
        double cardX = left ? at.getX() - GAP - width : at.getX() + GAP;
        double cardY = above ? at.getY() - GAP - height : at.getY() + GAP;
        card.resizeRelocate(Math.rint(Math.max(2, cardX)), Math.rint(Math.max(2, cardY)), width, height);
    }
}
