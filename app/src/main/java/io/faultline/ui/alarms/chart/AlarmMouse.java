package io.faultline.ui.alarms.chart;

import io.faultline.ui.axis.PriceAxis;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sets alarms by mouse on a plot with a price axis: Alt and a click, Alt and a drag, and tags on the axis that are clicked
 * or dragged. One for each panel, which hands its events to it first. JavaFX thread only.
 */
public final class AlarmMouse {
    private static final double DRAG = 5;

    private final AlarmControl control;
    private boolean setting;
    private boolean priceOnly;
    private boolean dragged;
    private @Nullable AlarmMark tag;
    private boolean wasDraft;
    private boolean took;
    private double pressY;

    public AlarmMouse(AlarmControl control) {
        this.control = control;
    }

    /**
     * Takes a press that is about alarms.
     *
     * @param y of the axis, pixels below the top of its plot
     * @param onPriceAxis where clusters are not meant
     * @param under the tag there; null for none
     * @return whether it was taken
     */
    public boolean pressed(MouseEvent event, double y, boolean onPriceAxis, @Nullable AlarmMark under) {
        release();
        took = false;
        if (event.getButton() != MouseButton.PRIMARY) {
            return false;
        }
        pressY = y;
        if (under != null && !event.isAltDown()) {
            tag = under;
            wasDraft = under.state() == AlarmMark.State.DRAFT;
            return true;
        }
        setting = event.isAltDown() && !event.isShiftDown() && !event.isShortcutDown();
        priceOnly = onPriceAxis;
        return setting;
    }

    /** @return whether the drag is about alarms */
    public boolean dragged(PriceAxis axis, double y) {
        AlarmMark of = tag;
        if (!setting && of == null) {
            return false;
        }
        dragged |= Math.abs(y - pressY) > DRAG;
        if (dragged && setting) {
            control.onRange(axis, pressY, y);
        } else if (dragged && of != null && of.handle().movable()) {
            if (control.draft() == null || control.chosen() != of.alarmId()) {
                control.edit(of.alarmId());
            }
            control.move(of.handle(), axis, y);
        }
        return true;
    }

    /** @return whether what was pressed was about alarms */
    public boolean released(PriceAxis axis) {
        AlarmMark of = tag;
        boolean taken = setting || of != null;
        if (setting && !dragged) {
            if (priceOnly) {
                control.onPrice(axis, pressY);
            } else {
                control.onWhatIsAt(axis, pressY);
            }
        } else if (of != null && !wasDraft) {
            if (!dragged) {
                control.edit(of.alarmId());
            } else if (of.handle().movable()) {
                control.keep();
            }
        }
        release();
        took = taken;
        return taken;
    }

    /** Whether the last click was about alarms, and means nothing else. */
    public boolean took() {
        return took;
    }

    private void release() {
        setting = false;
        dragged = false;
        tag = null;
    }
}
