package io.faultline.cli;

import com.google.gson.JsonObject;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Edges;
import io.faultline.alarm.Firing;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.Signal;
import io.faultline.desk.DeskView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what the desk's alarms do: when one is set, where it follows its cluster to, and what it says. One thread. */
final class ScenarioAlarms {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** Of price, that an edge has moved. */
    private static final double WORTH_TELLING = 0.0025;

    private static final Set<Signal> STAGES = EnumSet.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);

    private final Timeline timeline;
    private final List<ScenarioReport.Fired> fired = new ArrayList<>();
    private @Nullable ClusterAlarm armed;
    private double toldNear;
    private long lastNumber;

    /** Where it is written. */
    interface Timeline {
        void add(long nanos, String kind, String cluster, JsonObject detail);
    }

    ScenarioAlarms(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Stages that fired, in order. */
    List<ScenarioReport.Fired> fired() {
        return List.copyOf(fired);
    }

    /** What is set; empty before it is. */
    Optional<ClusterAlarm> armed() {
        return Optional.ofNullable(armed);
    }

    void armed(long now, ClusterAlarm alarm) {
        armed = alarm;
        JsonObject detail = new JsonObject();
        detail.addProperty("event", "armed");
        detail.addProperty("perimeter", alarm.rule().perimeter());
        timeline.add(now, "alarm", alarm.cluster(), detail);
    }

    void see(DeskView view) {
        AlarmsView alarms = view.alarms();
        alarms.alarms().forEach(alarm -> follow(view.timeNanos(), alarm));
        List<LogEntry> log = alarms.log();
        for (int i = log.size() - 1; i >= 0; i--) {
            if (log.get(i).number() > lastNumber) {
                lastNumber = log.get(i).number();
                say(log.get(i));
            }
        }
    }

    /** Where its cluster stands now, if it has moved. */
    private void follow(long now, ArmedAlarm set) {
        Edges edges = set.alarm() instanceof ClusterAlarm alarm ? alarm.state().edges() : null;
        if (edges == null || Math.abs(edges.near() / toldNear - 1) < WORTH_TELLING) {
            return;
        }
        JsonObject detail = new JsonObject();
        detail.addProperty("event", toldNear == 0 ? "seen" : "followed");
        detail.addProperty("near", edges.near());
        detail.addProperty("far", edges.far());
        detail.addProperty("distance", set.distance());
        toldNear = edges.near();
        timeline.add(now, "alarm", set.alarm().head().name(), detail);
    }

    private void say(LogEntry entry) {
        Firing firing = entry.firing();
        long nanos = firing.exchangeMillis() * NANOS_PER_MILLI;
        boolean silent = firing.freshness() != Freshness.FRESH;
        JsonObject detail = new JsonObject();
        detail.addProperty("event", firing.signal().name().toLowerCase(Locale.ROOT));
        detail.addProperty("price", firing.price());
        detail.addProperty("cause", firing.cause().name().toLowerCase(Locale.ROOT));
        detail.addProperty("freshness", firing.freshness().name().toLowerCase(Locale.ROOT));
        if (!entry.note().isEmpty()) {
            detail.addProperty("note", entry.note());
        }
        timeline.add(nanos, "alarm", firing.cluster(), detail);
        if (STAGES.contains(firing.signal())) {
            fired.add(new ScenarioReport.Fired(
                    firing.signal(), nanos, firing.price(), firing.cause(), firing.cluster(), silent));
        }
    }
}
