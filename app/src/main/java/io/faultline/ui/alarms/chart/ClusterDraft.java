package io.faultline.ui.alarms.chart;

import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Signal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The three-stage alarm of a cluster.
 *
 * @param trackId the cluster
 * @param levels where its stages lie
 * @param stages which of the three are wanted; at least one
 */
public record ClusterDraft(
        long alarmId, int trackId, String cluster, ClusterAlarmRule rule, StageLevels levels, Set<Signal> stages)
        implements Draft {
    private static final double LEAST = 0.001;
    private static final double MOST = 0.1;

    public ClusterDraft {
        EnumSet<Signal> copy = EnumSet.noneOf(Signal.class);
        copy.addAll(stages);
        stages = Collections.unmodifiableSet(copy);
    }

    /** With a stage wanted or not; the last one stays. */
    public ClusterDraft toggle(Signal stage) {
        EnumSet<Signal> next = EnumSet.noneOf(Signal.class);
        next.addAll(stages);
        if (!next.remove(stage)) {
            next.add(stage);
        }
        return next.isEmpty() ? this : new ClusterDraft(alarmId, trackId, cluster, rule, levels, next);
    }

    /** With another perimeter, to a tenth of a percent, within what a rule takes. */
    public ClusterDraft perimeter(double fraction) {
        double least = Math.max(LEAST, rule.exit() + 0.0001);
        double rounded = Math.round(fraction * 1000) / 1000.0;
        double wanted = Math.max(least, Math.min(MOST, rounded));
        ClusterAlarmRule next = rule.withPerimeter(wanted);
        return new ClusterDraft(alarmId, trackId, cluster, next, levels.with(next), stages);
    }

    /** As the cluster lies now. */
    ClusterDraft at(StageLevels now) {
        return now.equals(levels) ? this : new ClusterDraft(alarmId, trackId, cluster, rule, now, stages);
    }
}
