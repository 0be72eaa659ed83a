package io.faultline.ui.ladder;

import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.SideView;
import io.faultline.desk.SweepView;
import io.faultline.market.PositionSide;
import io.faultline.signal.PathState;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;

/** Draws the leftmost column: a bracket over the span of each cluster, and the path from price to the nearest ones. */
final class ClusterMarks {
    /** Of the column in which brackets and paths stand, pixels. */
    static final double WIDTH = 14;

    private static final double BRACKET_LEFT = 3;
    private static final double BRACKET_WIDTH = 6;
    private static final double TUBE_LEFT = 4;
    private static final double TUBE_WIDTH = 5;
    private static final double LEAST_TUBE = 4;

    private final Palette palette;
    private final Font label = Type.medium(Type.SMALLEST);

    ClusterMarks(Palette palette) {
        this.palette = palette;
    }

    /** @param last the price from which the paths lead; NaN for none */
    void draw(Pen pen, LadderPicture picture, ClustersView clusters, double last) {
        for (PositionSide side : PositionSide.values()) {
            SideView of = clusters.side(side);
            of.clusters().forEach(cluster -> bracket(pen, picture, cluster));
        }
        // The edges that a cluster had when price entered it: the sweep eats what is left of it.
        clusters.sweeps().stream().filter(SweepView::inside).forEach(sweep -> held(pen, picture, sweep));
        for (PositionSide side : PositionSide.values()) {
            SideView of = clusters.side(side);
            of.nearest().ifPresent(nearest -> path(pen, picture, nearest, last));
        }
    }

    /** Tints the rows of the lit cluster, under all that is written in them. */
    void light(Pen pen, LadderPicture picture) {
        picture.clusters().find(picture.lit()).ifPresent(cluster -> {
            double top = clamped(picture, picture.y(cluster.cluster().highPrice()));
            double bottom = clamped(picture, picture.y(cluster.cluster().lowPrice()));
            Color tint = colour(picture, cluster.side()).deriveColor(0, 1, 1, 0.13);
            pen.fill(tint, 0, top, picture.columns().width(), bottom - top);
        });
    }

    private Color colour(LadderPicture picture, PositionSide side) {
        return picture.modelled(side == PositionSide.LONG ? palette.longLiquidation() : palette.shortLiquidation());
    }

    /** Below the bar of significance it is dim and dotted. */
    private void bracket(Pen pen, LadderPicture picture, ClusterView cluster) {
        double top =
                Math.rint(Math.max(picture.top(), picture.y(cluster.cluster().highPrice())));
        double bottom =
                Math.rint(Math.min(picture.bottom(), picture.y(cluster.cluster().lowPrice())));
        if (bottom - top < 2) {
            return;
        }
        boolean topSeen = picture.y(cluster.cluster().highPrice()) >= picture.top();
        boolean bottomSeen = picture.y(cluster.cluster().lowPrice()) <= picture.bottom();
        if (!cluster.significant()) {
            for (double y = top; y < bottom; y += 4) {
                pen.fill(palette.low(), BRACKET_LEFT, y, 1, Math.min(2, bottom - y));
            }
            return;
        }
        Color colour = colour(picture, cluster.side());
        pen.fill(colour, BRACKET_LEFT, top, cluster.id() == picture.lit() ? 4 : 2, bottom - top);
        if (topSeen) {
            pen.fill(colour, BRACKET_LEFT, top, BRACKET_WIDTH, 2);
        }
        if (bottomSeen) {
            pen.fill(colour, BRACKET_LEFT, bottom - 2, BRACKET_WIDTH, 2);
        }
    }

    /** A bracket in the colour of text, with a lock. */
    private void held(Pen pen, LadderPicture picture, SweepView sweep) {
        double top = clamped(picture, picture.y(Math.max(sweep.near(), sweep.far())));
        double bottom = clamped(picture, picture.y(Math.min(sweep.near(), sweep.far())));
        if (bottom - top < 12) {
            return;
        }
        pen.frame(palette.mid(), BRACKET_LEFT - 1, top, BRACKET_WIDTH + 2, bottom - top);
        double x = BRACKET_LEFT + 0.5;
        double y = Math.rint(top) + 3;
        pen.gc().setStroke(palette.text());
        pen.gc().setLineWidth(1);
        pen.gc().strokeArc(x + 0.5, y + 0.5, 4, 5, 0, 180, ArcType.OPEN);
        pen.fill(palette.text(), x, y + 3, 5, 4);
    }

    /** From price to the near edge: empty and dashed, half full, full, or dotted where the books do not reach. */
    private void path(Pen pen, LadderPicture picture, ClusterView cluster, double last) {
        PathState state = cluster.path().state();
        if (!Double.isFinite(last) || state == PathState.INSIDE) {
            return;
        }
        double from = clamped(picture, picture.y(last));
        double to = clamped(picture, picture.y(cluster.cluster().nearPrice()));
        double top = Math.rint(Math.min(from, to)) + 1;
        double height = Math.rint(Math.max(from, to)) - 1 - top;
        if (height < LEAST_TUBE) {
            return;
        }
        Color colour = state == PathState.UNKNOWN ? palette.low() : colour(picture, cluster.side());
        GraphicsContext gc = pen.gc();
        gc.setStroke(colour);
        gc.setLineWidth(1);
        switch (state) {
            case HOLLOW -> gc.setLineDashes(4, 3);
            case UNKNOWN -> gc.setLineDashes(1, 3);
            case OPEN, DEFENDED, INSIDE -> gc.setLineDashes();
        }
        if (state == PathState.DEFENDED) {
            pen.fill(colour, TUBE_LEFT, top, TUBE_WIDTH, height);
        } else if (state == PathState.OPEN) {
            pen.fill(colour, TUBE_LEFT, top, TUBE_WIDTH / 2, height);
        }
        gc.strokeRect(TUBE_LEFT + 0.5, top + 0.5, TUBE_WIDTH - 1, height - 1);
        gc.setLineDashes();
        if (state == PathState.UNKNOWN && height > 20) {
            double middle = top + height / 2;
            pen.fill(palette.panel(), 1, middle - 7, 12, 14);
            pen.centre("?", label, palette.low(), TUBE_LEFT + TUBE_WIDTH / 2, middle + 4);
        }
    }

    private static double clamped(LadderPicture picture, double y) {
        return Math.max(picture.top(), Math.min(picture.bottom(), y));
    }
}
