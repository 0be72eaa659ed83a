package io.faultline.alarm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a symbol's alarms remember, for the store. To be stored together with the clusters' names, and before what
 * was fired is shown: then no crossing is told twice and none is lost, wherever the program is stopped.
 *
 * @param alarms in the order in which they were added
 * @param source of the last mark
 * @param newestMillis time of the newest mark of each source
 * @param aheadMillis times of marks that were stamped ahead of their time
 */
public record AlarmState(List<Alarm> alarms, String source, Map<String, Long> newestMillis, Set<Long> aheadMillis) {
    /** Nothing armed. */
    public static final AlarmState EMPTY = new AlarmState(List.of(), "", Map.of(), Set.of());

    public AlarmState {
        alarms = List.copyOf(alarms);
        newestMillis = Collections.unmodifiableMap(new TreeMap<>(newestMillis));
        aheadMillis = Collections.unmodifiableSet(new TreeSet<>(aheadMillis));
    }
}
