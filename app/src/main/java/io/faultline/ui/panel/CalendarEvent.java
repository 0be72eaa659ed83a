package io.faultline.ui.panel;

/**
 * Something with a date that moves markets: the user's own, typed in or imported.
 *
 * @param id of its own, for ever
 * @param millis when it is, since 1970
 * @param beforeMinutes so long before it its window begins, 0 to a day
 * @param afterMinutes so long after it its window ends, 0 to three days
 * @param remindMinutes so long before it it is told of; 0 for never
 */
public record CalendarEvent(
        String id, String title, long millis, int beforeMinutes, int afterMinutes, int remindMinutes) {
    private static final long MINUTE = 60_000;
    private static final int DAY = 1_440;

    public CalendarEvent {
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("an event has a title of up to 200 characters");
        }
        check("the window before", beforeMinutes, DAY);
        check("the window after", afterMinutes, 3 * DAY);
        check("the reminder", remindMinutes, DAY);
    }

    private static void check(String what, int minutes, int most) {
        if (minutes < 0 || minutes > most) {
            throw new IllegalArgumentException(what + " is from 0 to " + most + " minutes, not " + minutes);
        }
    }

    /** Whether its window is on. */
    public boolean isOn(long nowMillis) {
        return nowMillis >= millis - beforeMinutes * MINUTE && nowMillis <= millis + afterMinutes * MINUTE;
    }

    /** Whether its window is over. */
    public boolean isOver(long nowMillis) {
        return nowMillis > millis + afterMinutes * MINUTE;
    }

    /** Whether it is to be told of between two moments, the first left out. */
    public boolean remindsBetween(long thenMillis, long nowMillis) {
        long due = millis - remindMinutes * MINUTE;
        return remindMinutes > 0 && due > thenMillis && due <= nowMillis && nowMillis < millis;
    }

    /** What its window means for what is shown. */
    public String caution() {
        return "EVENT " + title
                + ": the map knows no news; the field says cascades run 3–5× further. Plans are halved.";
    }
}
