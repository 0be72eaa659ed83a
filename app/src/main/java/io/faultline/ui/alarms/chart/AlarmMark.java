package io.faultline.ui.alarms.chart;

/**
 * A price at which an alarm waits.
 *
 * @param alarmId 0 where it is a draft's
 * @param handle which of the alarm's prices it is
 * @param stage 1 to 3 of a cluster's three; 0 of an alarm on a price
 * @param done whether this has fired and is not armed anew
 * @param state what it is drawn as
 */
public record AlarmMark(long alarmId, Handle handle, double price, int stage, boolean done, State state) {
    /** Which price of an alarm. */
    public enum Handle {
        LEVEL,
        /** The other end of a range that is being set. */
        OTHER,
        PERIMETER,
        NEAR_EDGE,
        FAR_EDGE;

        /** Whether it can be dragged: a near edge too, which leaves it where it is and moves the perimeter. */
        public boolean movable() {
            return this != FAR_EDGE;
        }
    }

    /** How an alarm stands. */
    public enum State {
        ARMED,
        OFF,
        /** The user has chosen it. */
        CHOSEN,
        /** It is being set. */
        DRAFT
    }
}
