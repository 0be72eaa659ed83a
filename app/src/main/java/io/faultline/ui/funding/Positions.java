package io.faultline.ui.funding;

import io.faultline.desk.Positioning;
import io.faultline.desk.VenueView;
import io.faultline.ui.text.Numbers;
import java.util.List;

/**
 * Open interest and flow over several windows.
 *
 * @param chosen over the heatmap's window, an hour at least
 * @param window how long that is, in words
 */
record Positions(Positioning hour, Positioning day, Positioning chosen, String window) {
    private static final long HOUR = 3_600_000_000_000L;

    static Positions of(List<VenueView> views, long nowNanos, long spanNanos) {
        long window = Math.max(HOUR, spanNanos);
        String words = window % (24 * HOUR) == 0
                ? window / (24 * HOUR) + " d"
                : window % HOUR == 0 ? window / HOUR + " h" : Numbers.age(window);
        return new Positions(
                Positioning.of(views, nowNanos, HOUR),
                Positioning.of(views, nowNanos, 24 * HOUR),
                Positioning.of(views, nowNanos, window),
                window == 24 * HOUR ? "24 h" : words);
    }
}
