package io.faultline.ui.ladder;

import io.faultline.desk.ClustersView;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.Masses;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * All that one drawing of the rows shows.
 *
 * @param bottom y at which the lowest row ends, in whole pixels of the canvas
 * @param top y of the plot's upper edge
 * @param last where the last price stands, and what it reads
 * @param words state of the book over the rows; empty when it is live
 * @param selectedRow number of the selected row, or {@link Long#MIN_VALUE}
 * @param reaches how far each book is seen
 * @param trusted whether what is shown is the market, to be drawn in colour
 * @param masses what the liquidation model has, as chosen
 * @param restored whether that is still the last session's, to be drawn without colour
 * @param clusters read off it
 * @param lit number of the cluster that is lit, 0 for none
 * @param alarms that wait or fired
 */
record LadderPicture(
        LadderColumns columns,
        PriceAxis axis,
        double top,
        double bottom,
        List<Reach> reaches,
        Last last,
        StateShape state,
        String words,
        long selectedRow,
        boolean trusted,
        Masses masses,
        boolean restored,
        ClustersView clusters,
        int lit,
        AlarmRows alarms) {

    /**
     * @param row number of its row on the axis; {@link Long#MIN_VALUE} before the first trade
     * @param direction 1 up, −1 down, 0 unknown
     */
    record Last(long row, double price, String text, int direction) {
        static final Last NONE = new Last(Long.MIN_VALUE, Double.NaN, "–", 0);
    }

    /** A colour of what the model says. */
    Color modelled(Color colour) {
        return restored ? colour.grayscale() : colour;
    }

    double rowTop(int i) {
        return bottom - (i + 1.0) * axis.rowHeight();
    }

    /** Where the text of a row stands. */
    double baseline(int i) {
        return rowTop(i) + Math.rint(axis.rowHeight() / 2.0) + 4;
    }

    /** Whether that price is among the rows; NaN is not. */
    boolean shows(double price) {
        double y = y(price);
        return y >= top && y < bottom;
    }

    /** Pixel of a price on the canvas. */
    double y(double price) {
        return bottom - axis.height() + axis.y(price);
    }
}
