package io.faultline.ui.alarms.chart;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Edges;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a symbol's alarms stands on its price axis. */
final class AlarmMarks {
    /** Older firings are in the log alone. */
    private static final int MOST_FIRED = 60;

    private AlarmMarks() {}

    /** Of all that can speak or is only switched off, and of the draft in place of what it changes. */
    static List<AlarmMark> of(AlarmsView view, @Nullable Draft draft, long chosen) {
        List<AlarmMark> marks = new ArrayList<>();
        for (ArmedAlarm armed : view.alarms()) {
            Alarm alarm = armed.alarm();
            if (draft != null && alarm.id() == draft.alarmId()) {
                continue;
            }
            AlarmMark.State state = alarm.id() == chosen
                    ? AlarmMark.State.CHOSEN
                    : alarm.head().on() ? AlarmMark.State.ARMED : AlarmMark.State.OFF;
            if (alarm instanceof PriceAlarm price && !price.done()) {
                marks.add(new AlarmMark(
                        alarm.id(), AlarmMark.Handle.LEVEL, price.rule().level(), 0, false, state));
            } else if (alarm instanceof ClusterAlarm cluster && !cluster.told()) {
                Edges edges = cluster.state().edges();
                if (edges != null) {
                    StageLevels levels = StageLevels.of(cluster.side(), edges.near(), edges.far(), cluster.rule());
                    addStages(marks, alarm.id(), levels, cluster.stages(), quietly(view, cluster), state);
                }
            }
        }
        addDraft(marks, draft);
        return List.copyOf(marks);
    }

    /** How many stages are done with: what still calls is not. */
    private static int quietly(AlarmsView view, ClusterAlarm cluster) {
        int reached = StageLevels.reached(cluster.state().stage());
        return view.calling().stream()
                .filter(entry -> entry.firing().alarm().id() == cluster.id())
                .mapToInt(entry -> entry.firing().signal().gravity() - 1)
                .filter(before -> before >= 0)
                .reduce(reached, Math::min);
    }

    private static void addDraft(List<AlarmMark> marks, @Nullable Draft draft) {
        AlarmMark.State state = AlarmMark.State.DRAFT;
        if (draft instanceof PriceDraft price) {
            marks.add(new AlarmMark(price.alarmId(), AlarmMark.Handle.LEVEL, price.level(), 0, false, state));
            if (price.range()) {
                marks.add(new AlarmMark(price.alarmId(), AlarmMark.Handle.OTHER, price.other(), 0, false, state));
            }
        } else if (draft instanceof ClusterDraft cluster) {
            addStages(marks, cluster.alarmId(), cluster.levels(), cluster.stages(), 0, state);
        }
    }

    private static void addStages(
            List<AlarmMark> marks,
            long id,
            StageLevels levels,
            Set<Signal> stages,
            int reached,
            AlarmMark.State state) {
        if (stages.contains(Signal.PERIMETER)) {
            marks.add(new AlarmMark(id, AlarmMark.Handle.PERIMETER, levels.perimeter(), 1, reached >= 1, state));
        }
        if (stages.contains(Signal.ENTRY)) {
            marks.add(new AlarmMark(id, AlarmMark.Handle.NEAR_EDGE, levels.near(), 2, reached >= 2, state));
        }
        if (stages.contains(Signal.CASCADE)) {
            marks.add(new AlarmMark(id, AlarmMark.Handle.FAR_EDGE, levels.through(), 3, reached >= 3, state));
        }
    }

    /** The newest firings that had a price, newest first. */
    static List<FiredMark> fired(AlarmsView view) {
        List<FiredMark> marks = new ArrayList<>();
        for (LogEntry entry : view.log()) {
            Signal signal = entry.firing().signal();
            boolean shown = signal.sounds() && entry.firing().freshness() != Freshness.ALREADY;
            if (shown && Double.isFinite(entry.firing().price())) {
                marks.add(new FiredMark(
                        entry.number(),
                        signal,
                        entry.firing().exchangeMillis(),
                        entry.firing().price(),
                        entry.calls()));
                if (marks.size() == MOST_FIRED) {
                    break;
                }
            }
        }
        return List.copyOf(marks);
    }
}
