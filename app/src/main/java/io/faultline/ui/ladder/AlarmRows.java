package io.faultline.ui.ladder;

import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmInk;
import io.faultline.ui.alarms.chart.AlarmMark;
import io.faultline.ui.alarms.chart.FiredMark;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * What the rows show of alarms: those where one fired that nobody has acknowledged are tinted, those where one waits have
 * an edge beside their price. Immutable.
 */
record AlarmRows(List<AlarmMark> marks, List<FiredMark> fired) {
    private static final double EDGE = 3;
    private static final double TINT = 0.13;

    static AlarmRows of(AlarmControl control) {
        return new AlarmRows(control.marks(), control.fired());
    }

    /** Whether both show the same: the lists are made anew when anything changes. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(AlarmRows other) {
        return marks == other.marks && fired == other.fired;
    }

    /** Under the figures. */
    void tint(Pen pen, LadderPicture picture, LadderRows rows, Palette palette) {
        for (FiredMark mark : fired) {
            int row = row(picture, rows, mark.price());
            if (mark.calling() && row >= 0) {
                Color tint = palette.bg().interpolate(palette.warn(), TINT);
                pen.fill(
                        tint,
                        0,
                        picture.rowTop(row),
                        picture.columns().width(),
                        picture.axis().rowHeight());
            }
        }
    }

    /** Over the prices' ground. */
    void edges(Pen pen, LadderPicture picture, LadderRows rows, Palette palette) {
        for (AlarmMark mark : marks) {
            int row = row(picture, rows, mark.price());
            if (row >= 0) {
                double left = picture.columns().priceLeft();
                double top = picture.rowTop(row);
                double height = picture.axis().rowHeight();
                Color colour = AlarmInk.colour(palette, mark);
                pen.fill(colour, left, top, EDGE, height - 1);
                if (mark.state() == AlarmMark.State.DRAFT || mark.state() == AlarmMark.State.CHOSEN) {
                    pen.dashed(colour, 0, picture.columns().width(), picture.y(mark.price()), 4, 3);
                }
            }
        }
    }

    /** Number of the row from the lowest; −1 for none. */
    private static int row(LadderPicture picture, LadderRows rows, double price) {
        long row = (long) Math.floor(price / picture.axis().grouping() + 1e-9) - rows.low();
        return row >= 0 && row < rows.count() ? (int) row : -1;
    }
}
