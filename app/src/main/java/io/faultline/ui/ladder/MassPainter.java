package io.faultline.ui.ladder;

import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws what is at risk on each row: its figure in the tint of its side, and its bar, stacked by leverage. */
final class MassPainter {
    private static final double TINT = 0.45;
    private static final double GAP = 4;

    private final Palette palette;
    private final Font figure = Type.regular(Type.FIGURE);
    private final Paint unknown;
    private final Color longs;
    private final Color shorts;

    MassPainter(Palette palette) {
        this.palette = palette;
        unknown = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 6);
        longs = palette.text().interpolate(palette.longLiquidation(), TINT);
        shorts = palette.text().interpolate(palette.shortLiquidation(), TINT);
    }

    void draw(Pen pen, LadderPicture picture, LadderRows rows, LadderMass mass, BarScale scale, RowTexts texts) {
        LadderColumns columns = picture.columns();
        double right = columns.tierLeft() - GAP;
        for (int i = 0; i < rows.count(); i++) {
            double usd = mass.known(i) ? mass.total(i) : Double.NaN;
            pen.right(texts.risk.usd(i, usd), figure, ink(picture, rows, mass, i), right, picture.baseline(i));
        }
        if (columns.showsTiers()) {
            bars(pen, picture, rows, mass, scale);
        }
    }

    /** Nothing and what nobody knows are dim; on the selected row dim would be too dim to read. */
    private Color ink(LadderPicture picture, LadderRows rows, LadderMass mass, int i) {
        if (rows.low() + i == picture.selectedRow()) {
            return palette.text();
        }
        if (!mass.known(i) || mass.total(i) < 0.5) {
            return palette.low();
        }
        return picture.modelled(mass.longs(i) >= mass.shorts(i) ? longs : shorts);
    }

    /** Band after band, since changing the colour costs more than the rectangle. */
    private void bars(Pen pen, LadderPicture picture, LadderRows rows, LadderMass mass, BarScale scale) {
        LadderColumns columns = picture.columns();
        double left = columns.tierLeft() + 1;
        double room = columns.tradedLeft() - left - GAP;
        int rowHeight = picture.axis().rowHeight();
        double[] ends = new double[rows.count()];
        GraphicsContext gc = pen.gc();
        for (int band = 0; band < mass.colours().size(); band++) {
            gc.setFill(picture.modelled(mass.colours().get(band)));
            for (int i = 0; i < rows.count(); i++) {
                double usd = mass.known(i) ? mass.band(band, i) : 0;
                if (usd > 0) {
                    double from = Math.rint(left + room * scale.share(ends[i]));
                    ends[i] += usd;
                    double to = Math.rint(left + room * scale.share(ends[i]));
                    gc.fillRect(from, picture.rowTop(i) + 3, to - from, rowHeight - 6.0);
                }
            }
        }
        if (palette.light()) {
            gc.setStroke(palette.lineStrong());
            gc.setLineWidth(1);
            for (int i = 0; i < rows.count(); i++) {
                double length = Math.rint(room * scale.share(ends[i]));
                if (length > 0) {
                    gc.strokeRect(left + 0.5, picture.rowTop(i) + 3.5, length - 1, rowHeight - 7.0);
                }
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (!mass.known(i)) {
                pen.fill(unknown, left, picture.rowTop(i), room, rowHeight);
            }
        }
    }
}
