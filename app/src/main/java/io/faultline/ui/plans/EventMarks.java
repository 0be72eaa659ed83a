package io.faultline.ui.plans;

import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.CalendarEvent;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Events and the opens of the three sessions on the time axis of the heatmap. */
final class EventMarks {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final double PLATE = .85;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** Beyond this much time opens would be a fence. */
    private static final long LONGEST_WITH_OPENS = 3 * 86_400_000_000_000L;

    private final Palette palette;
    private final Font label = Type.regular(Type.SMALLEST);
    private List<SessionOpens.Open> opens = List.of();
    private long opensFrom;
    private long opensTo;

    EventMarks(Palette palette) {
        this.palette = palette;
    }

    /** Whether anything is in view. */
    boolean any(List<CalendarEvent> events, TimeAxis time) {
        return !opens(time).isEmpty() || events.stream().anyMatch(event -> isShown(event, time));
    }

    /** Those in view; all of whole days are worked out at once, for the view moves with every pulse. */
    private List<SessionOpens.Open> opens(TimeAxis time) {
        if (!opensShown(time)) {
            return List.of();
        }
        long from = time.startNanos() / NANOS_PER_MILLI;
        long to = end(time) / NANOS_PER_MILLI;
        if (from < opensFrom || to >= opensTo) {
            opensFrom = Math.floorDiv(from, DAY_MILLIS) * DAY_MILLIS;
            opensTo = (Math.floorDiv(to, DAY_MILLIS) + 1) * DAY_MILLIS;
            opens = SessionOpens.between(opensFrom, opensTo);
        }
        return opens.stream()
                .filter(open -> open.millis() >= from && open.millis() <= to)
                .toList();
    }

    private static boolean opensShown(TimeAxis time) {
        return time.spanNanos() <= LONGEST_WITH_OPENS && time.endNanos() > time.spanNanos();
    }

    private static long end(TimeAxis time) {
        double margin = time.width() > 0 ? time.margin() / time.width() : 0;
        return time.endNanos() + (long) (time.spanNanos() * margin);
    }

    private static boolean isShown(CalendarEvent event, TimeAxis time) {
        long from = event.millis() * NANOS_PER_MILLI - event.beforeMinutes() * MINUTE_NANOS;
        long to = event.millis() * NANOS_PER_MILLI + event.afterMinutes() * MINUTE_NANOS;
        return to >= time.startNanos() && from <= end(time);
    }

    void draw(Pen pen, TimeAxis time, PlanOverlay.Plot at, List<CalendarEvent> events) {
        for (SessionOpens.Open open : opens(time)) {
            double x = time.x(open.millis() * NANOS_PER_MILLI, at.timeWidth());
            if (x > 0 && x < at.width()) {
                pen.vertical(palette.mid(), x, at.height() - 15, at.height());
                double width = Math.ceil(pen.width(open.name(), label)) + 6;
                pen.fill(palette.bg().deriveColor(0, 1, 1, PLATE), x + 1, at.height() - 15, width, 15);
                pen.left(open.name(), label, palette.mid(), x + 4, at.height() - 4);
            }
        }
        for (CalendarEvent event : events) {
            if (isShown(event, time)) {
                event(pen, time, at, event);
            }
        }
    }

    private void event(Pen pen, TimeAxis time, PlanOverlay.Plot at, CalendarEvent event) {
        long nanos = event.millis() * NANOS_PER_MILLI;
        double x = time.x(nanos, at.timeWidth());
        double from = clamp(time.x(nanos - event.beforeMinutes() * MINUTE_NANOS, at.timeWidth()), at);
        double to = clamp(time.x(nanos + event.afterMinutes() * MINUTE_NANOS, at.timeWidth()), at);
        Color colour = palette.warn();
        pen.fill(colour.deriveColor(0, 1, 1, .07), from, 0, to - from, at.height());
        if (x >= 0 && x < at.width()) {
            for (double y = 0; y < at.height(); y += 8) {
                pen.vertical(colour, x, y, Math.min(at.height(), y + 4));
            }
            String words = pen.fitted(event.title(), label, 160);
            double width = Math.ceil(pen.width(words, label)) + 8;
            // Right of now are the cards of clusters.
            double left = Math.max(0, Math.min(at.timeWidth() - width - 3, x + 3));
            double top = at.height() - 28;
            pen.fill(palette.bg(), left, top, width, 15);
            pen.frame(colour, left, top, width, 15);
            pen.left(words, label, colour, left + 4, top + 11);
        }
    }

    private static double clamp(double x, PlanOverlay.Plot at) {
        return Math.max(0, Math.min(at.width(), x));
    }
}
