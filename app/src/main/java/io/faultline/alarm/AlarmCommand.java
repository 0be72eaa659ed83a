package io.faultline.alarm;

import io.faultline.market.HistoryBar;
import java.util.List;
import java.util.Set;

/**
 * Something that a watch is told from another thread: what the user wants, and what became of what the watch wanted.
 * Changes name what is to be changed and never carry an alarm's state, so none undoes what has happened meanwhile.
 */
public sealed interface AlarmCommand {
    /** Arms a new alarm, with a number of {@link AlarmIds}. What holds already makes no sound. */
    record Add(Alarm alarm) implements AlarmCommand {}

    /** Arms each of these clusters that no alarm is on yet, by {@link io.faultline.liquidation.cluster.Track#id}. */
    record ArmClusters(List<Integer> trackIds, ClusterAlarmRule rule, Set<Signal> stages) implements AlarmCommand {
        public ArmClusters {
            trackIds = List.copyOf(trackIds);
            stages = Set.copyOf(stages);
        }
    }

    /** Arms what an export held, but for what is armed already and for clusters that do not stand here. */
    record Import(List<Alarm> alarms) implements AlarmCommand {
        public Import {
            alarms = List.copyOf(alarms);
        }
    }

    /** Deletes alarms; one {@link Undo} brings them all back. */
    record Remove(Set<Long> ids) implements AlarmCommand {
        public Remove {
            ids = Set.copyOf(ids);
        }
    }

    /** Brings back what was deleted last. What was crossed meanwhile is told without a sound. */
    record Undo() implements AlarmCommand {}

    /** Switches alarms on or off. Off, they keep up with the market and say nothing. */
    record Switch(Set<Long> ids, boolean on) implements AlarmCommand {
        public Switch {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * Silences alarms for a while.
     *
     * @param untilMillis by our clock, since 1970; 0 to end it
     */
    record Snooze(Set<Long> ids, long untilMillis) implements AlarmCommand {
        public Snooze {
            ids = Set.copyOf(ids);
        }
    }

    record Rename(long id, String name) implements AlarmCommand {}

    /** Moves a cluster alarm's stages. What has fired has fired. */
    record ChangeCluster(long id, ClusterAlarmRule rule, Set<Signal> stages) implements AlarmCommand {
        public ChangeCluster {
            stages = Set.copyOf(stages);
        }
    }

    /** Moves a price alarm, and arms it anew. */
    record ChangePrice(long id, PriceRule rule) implements AlarmCommand {}

    /** Changes a size alarm, which begins anew. */
    record ChangeSize(long id, SizeRule rule) implements AlarmCommand {}

    record ChangeStanding(long id, StandingRule rule) implements AlarmCommand {}

    /** The user has seen these lines of the log: see {@link LogEntry#number}. */
    record Acknowledge(Set<Long> numbers) implements AlarmCommand {
        public Acknowledge {
            numbers = Set.copyOf(numbers);
        }
    }

    /**
     * An update is on disk, or is not.
     *
     * @param number {@link AlarmUpdate#number}
     * @param taken false if it must be handed out again; true also if the store holds it and goes on trying
     * @param problem in words; empty if it is on disk
     */
    record Kept(long number, boolean taken, String problem) implements AlarmCommand {}

    /** The bars that were asked for; empty if there are none to be had. */
    record Missed(List<HistoryBar> bars) implements AlarmCommand {
        public Missed {
            bars = List.copyOf(bars);
        }
    }
}
