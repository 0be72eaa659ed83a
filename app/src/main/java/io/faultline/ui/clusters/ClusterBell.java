package io.faultline.ui.clusters;

import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Signal;
import io.faultline.ui.alarms.chart.StageLevels;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The three-stage alarm that is on a cluster.
 *
 * @param set whether there is one
 * @param on whether it is switched on
 * @param stages that are wanted
 * @param fired how many of the three are behind price and not armed anew
 */
record ClusterBell(boolean set, boolean on, Set<Signal> stages, int fired) {
    static final ClusterBell NONE = new ClusterBell(false, false, Set.of(), 0);

    /** Of that cluster; one that has told of its cluster's end is none, and of two the one that is on counts. */
    static ClusterBell of(AlarmsView alarms, int trackId) {
        ClusterBell found = NONE;
        for (ArmedAlarm armed : alarms.alarms()) {
            if (armed.alarm() instanceof ClusterAlarm alarm && alarm.trackId() == trackId && !alarm.told()) {
                boolean on = alarm.head().on();
                if (!found.on()) {
                    int fired = StageLevels.reached(alarm.state().stage());
                    found = new ClusterBell(true, on, alarm.stages(), fired);
                }
            }
        }
        return found;
    }

    /** How many of the wanted stages have fired; −1 without an alarm. */
    int rank() {
        return set ? (int) stages.stream().filter(this::fired).count() : -1;
    }

    private boolean fired(Signal stage) {
        return stage.gravity() <= fired;
    }

    /** {@code ✓1 2 3}: the stages that are wanted, ticked where fired; {@code off}, or empty without an alarm. */
    String text() {
        if (!set) {
            return "";
        }
        if (!on) {
            return "off";
        }
        return stages.stream()
                .sorted()
                .map(stage -> (fired(stage) ? "✓" : "") + stage.gravity())
                .collect(Collectors.joining(" "));
    }

    /** The same for people who have not met the signs. */
    String words() {
        if (!set) {
            return "No alarm: press to set one";
        }
        if (!on) {
            return "Its alarm is switched off: press to change it";
        }
        String each = stages.stream()
                .sorted()
                .map(stage -> CardWords.lower(stage.name()) + (fired(stage) ? " fired" : " armed"))
                .collect(Collectors.joining(", "));
        return "Alarm: " + each + ". Press to change it";
    }
}
