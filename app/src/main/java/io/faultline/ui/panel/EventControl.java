package io.faultline.ui.panel;

import com.google.gson.Gson;
import io.faultline.desk.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The user's events, of all symbols: kept, reminded of, and whether the window of one is on. JavaFX thread only. */
public final class EventControl {
    private static final String EVENTS = "event";
    private static final int MOST = 2_000;

    /** A jump of the clock is no passing of time: nothing is told of over it. */
    private static final long LONGEST_STEP = 10 * 60_000L;

    private static final Gson GSON = new Gson();

    private final Map<String, CalendarEvent> events = new TreeMap<>();
    private @Nullable Session session;
    private BiConsumer<String, Boolean> say = (words, trouble) -> {};
    private long nowMillis;
    private boolean on;
    private long version;

    void bind(Session of, BiConsumer<String, Boolean> tell) {
        session = of;
        say = tell;
        Kept.read(of.records(), EVENTS, kept -> {
            kept.forEach((id, text) -> read(text).ifPresent(event -> events.putIfAbsent(event.id(), event)));
            version++;
        });
    }

    private static Optional<CalendarEvent> read(String text) {
        try {
            return Optional.ofNullable(GSON.fromJson(text, CalendarEvent.class));
        } catch (RuntimeException e) { // whatever is thrown of a text that is none
            return Optional.empty();
        }
    }

    /** Time has come this far. */
    void see(long millis) {
        if (millis != nowMillis && millis - nowMillis < LONGEST_STEP && nowMillis > 0) {
            for (CalendarEvent event : events.values()) {
                if (event.remindsBetween(nowMillis, millis)) {
                    say.accept(event.title() + " in " + event.remindMinutes() + " min", false);
                }
            }
        }
        nowMillis = millis;
        boolean now = current().isPresent();
        if (now != on) {
            on = now;
            version++;
        }
    }

    /** Rises with every change, and when a window begins or ends. */
    public long version() {
        return version;
    }

    /** In order of time. */
    public List<CalendarEvent> all() {
        List<CalendarEvent> all = new ArrayList<>(events.values());
        all.sort(Comparator.comparingLong(CalendarEvent::millis));
        return all;
    }

    /** Those that are not over, in order of time. */
    public List<CalendarEvent> ahead() {
        return all().stream().filter(event -> !event.isOver(nowMillis)).toList();
    }

    /** The one whose window is on; of several the nearest in time. */
    public Optional<CalendarEvent> current() {
        return events.values().stream()
                .filter(event -> event.isOn(nowMillis))
                .min(Comparator.comparingLong(event -> Math.abs(event.millis() - nowMillis)));
    }

    /**
     * Adds events; one of a known id takes the other's place.
     *
     * @return how many there was no room for
     */
    public int add(Collection<CalendarEvent> more) {
        int refused = 0;
        for (CalendarEvent event : more) {
            if (events.size() >= MOST && !events.containsKey(event.id())) {
                refused++;
            } else {
                events.put(event.id(), event);
                keep(event.id(), GSON.toJson(event));
            }
        }
        version++;
        return refused;
    }

    public void remove(CalendarEvent event) {
        if (events.remove(event.id()) != null) {
            keep(event.id(), null);
            version++;
        }
    }

    private void keep(String id, @Nullable String text) {
        Session to = session;
        if (to != null) {
            to.records().write(EVENTS, id, text);
        }
    }
}
