package io.faultline.ui.ladder;

import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.Font;

/** Draws where each venue's book ends. */
final class ReachPainter {
    private static final double LABEL_HEIGHT = 13;

    private final Palette palette;
    private final Font small = Type.regular(Type.SMALLEST);

    ReachPainter(Palette palette) {
        this.palette = palette;
    }

    /** Where the books end, between rows and not through the figures of the one that the reach cuts. */
    void draw(Pen pen, LadderPicture picture) {
        double grouping = picture.axis().grouping();
        List<Edge> below = new ArrayList<>();
        List<Edge> above = new ArrayList<>();
        for (Reach reach : picture.reaches()) {
            if (Double.isFinite(reach.floor())) {
                double edge = Math.ceil(reach.floor() / grouping - 1e-6) * grouping;
                below.add(new Edge(picture.y(edge), reach.label(reach.floor())));
            }
            if (Double.isFinite(reach.ceiling())) {
                double edge = Math.floor((reach.ceiling() + picture.axis().tick()) / grouping + 1e-6) * grouping;
                above.add(new Edge(picture.y(edge), reach.label(reach.ceiling())));
            }
        }
        below.sort(Comparator.comparingDouble(Edge::y));
        above.sort(Comparator.comparingDouble(Edge::y).reversed());
        LadderColumns columns = picture.columns();
        edges(pen, picture, below, columns.askLeft() + 8, columns.right() - columns.askLeft() - 8, -4);
        edges(pen, picture, above, columns.bidLeft() + 8, columns.priceLeft() - columns.bidLeft() - 8, 12);
    }

    /** A book's end: its line, and what the line says. */
    private record Edge(double y, String label) {}

    /** Lines with their labels, nearest to the price first; labels that would lie on another are joined to it. */
    private void edges(Pen pen, LadderPicture picture, List<Edge> edges, double left, double room, double baseline) {
        double labelled = Double.NaN;
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            if (edge.y() <= picture.top() || edge.y() >= picture.bottom()) {
                continue;
            }
            pen.dashed(
                    palette.practice(),
                    picture.columns().bidLeft(),
                    picture.columns().right(),
                    edge.y(),
                    3,
                    2);
            if (words.length() > 0 && Math.abs(edge.y() - labelled) < LABEL_HEIGHT) {
                words.append(" · ").append(edge.label());
            } else {
                label(pen, words.toString(), left, room, labelled + baseline);
                words.setLength(0);
                words.append(edge.label());
                labelled = edge.y();
            }
        }
        label(pen, words.toString(), left, room, labelled + baseline);
    }

    private void label(Pen pen, String words, double left, double room, double baseline) {
        if (!words.isEmpty()) {
            String fitting = pen.fitted(words, small, room);
            pen.fill(palette.panel(), left - 2, baseline - 10, pen.width(fitting, small) + 4, 12);
            pen.left(fitting, small, palette.practice(), left, baseline);
        }
    }
}
