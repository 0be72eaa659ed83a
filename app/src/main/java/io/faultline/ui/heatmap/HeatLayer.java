package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.ui.axis.PriceAxis;
import java.util.List;

/**
 * What is drawn by time and price under the price itself. Keeps its pixels up to date with as little painting as can be.
 * JavaFX thread only.
 */
sealed interface HeatLayer permits DepthLayer, MassLayer {
    /** What a column of pixels shows. */
    enum Kind {
        SHOWN,
        /** What fewer venues said than there should be. */
        PARTIAL,
        /** Time for which there is nothing. */
        GAP,
        /** Time that has not come. */
        FUTURE
    }

    /** Brings the pixels up to date; returns whether any changed or moved. */
    boolean update(HeatView wanted, DeskView data, long nowNanos);

    /**
     * Lets the colours follow what is in view, now and then; returns whether they changed, so that {@link #update} must
     * paint.
     *
     * @param clock of the machine, nanoseconds
     */
    boolean look(long clock);

    /** The handles or the padlock were moved by hand. */
    void recolour();

    Legend legend();

    HeatRing ring();

    /** Pixels of what is there now, top row first; 0 for nothing. Another array for another height. */
    int[] profile();

    /** Rises whenever the profile was painted. */
    long profileVersion();

    /** What that column shows; it must be one that is on screen. */
    Kind kind(long column);

    /** The shortest stretch of time that is told apart, nanoseconds; 0 where nothing is. */
    long cellNanos();

    /** Where what that column shows begins, nanoseconds since 1970. */
    long beginsAt(long column);

    /** Where what that column shows ends. */
    long endsAt(long column);

    /** Why there is nothing before what begins at that time. */
    String before(long nanos);

    /** What is said where nothing in view is known, though the price may be. */
    String nothing();

    /** Stretches that are shown in part only, left to right. */
    List<GapBands.Band> partial(HeatView on);

    /** What the tooltip says of an instant and a price. */
    CellReading reading(Frame frame, Candles bars, long nanos, double price);

    /** How much there is at an instant between two prices, in words. */
    String between(Frame frame, long nanos, double low, double high);

    /** The layer as text: what it is and how it is coloured, then a line for each price. */
    String asText(Frame frame, PriceAxis axis);
}
