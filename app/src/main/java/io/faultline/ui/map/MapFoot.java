package io.faultline.ui.map;

import io.faultline.market.PositionSide;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws what stands under the map: what is at risk on each side within the distance that counts, and their ratio. */
final class MapFoot {
    private static final double WHOLE = 76;
    private static final double ONE_LINE = 16;
    private static final double LINE = 19;
    private static final double PAD = 6;

    private final Palette palette;
    private final Font label = Type.regular(Type.LABEL);
    private final Font strong = Type.medium(Type.FIGURE);

    MapFoot(Palette palette) {
        this.palette = palette;
    }

    void draw(Pen pen, double width, double top, double bottom, Masses masses, double distance) {
        double room = bottom - top;
        if (room < 1) {
            return;
        }
        pen.fill(palette.panel(), 0, top, width, room);
        pen.horizontal(palette.line(), 0, width, top);
        double longs = masses.atRiskWithinUsd(PositionSide.LONG, distance);
        double shorts = masses.atRiskWithinUsd(PositionSide.SHORT, distance);
        String ratio = MapWords.ratio(masses, longs, shorts);
        if (room < WHOLE) {
            if (room >= ONE_LINE) {
                line(pen, width, top + 14, "L : S", palette.low(), ratio);
            }
            return;
        }
        boolean known = masses.known();
        String within = "within " + Numbers.percent(distance, 0);
        pen.left(pen.fitted(within, label, width - 2 * PAD), label, palette.low(), PAD, top + 15);
        double y = top + 17 + LINE;
        line(pen, width, y, "shorts", palette.shortLiquidation(), known ? Numbers.usd(shorts) : "?");
        line(pen, width, y + LINE, "longs", palette.longLiquidation(), known ? Numbers.usd(longs) : "?");
        line(pen, width, y + 2 * LINE, "L : S", palette.low(), ratio);
    }

    private void line(Pen pen, double width, double baseline, String words, Color colour, String figure) {
        pen.left(words, label, colour, PAD, baseline);
        pen.right(figure, strong, palette.text(), width - PAD, baseline);
    }
}
