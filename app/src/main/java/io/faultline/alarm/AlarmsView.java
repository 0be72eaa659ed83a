package io.faultline.alarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All that is shown of a symbol's alarms at one moment. Immutable; made anew only when something has changed, so the same
 * object means that nothing has.
 *
 * @param watching whether anybody watches
 * @param alarms by number, which is the order in which they were armed
 * @param calling lines that the user has not acknowledged, newest first
 * @param log newest first: only lines that are kept, or cannot be
 * @param soundsFrom the first line that may sound: those before are of an earlier run
 * @param unwatched the last time in which nobody watched, if there was one in this run
 * @param problem why alarms are not being kept, in words; empty while they are
 * @param notice the last thing to be told once
 */
public record AlarmsView(
        String symbol,
        Watching watching,
        List<ArmedAlarm> alarms,
        List<LogEntry> calling,
        List<LogEntry> log,
        long soundsFrom,
        Optional<Unwatched> unwatched,
        String problem,
        Notice notice) {

    /** Where no alarms are watched. */
    public static final AlarmsView NONE = new AlarmsView(
            "", Watching.NOWHERE, List.of(), List.of(), List.of(), Long.MAX_VALUE, Optional.empty(), "", Notice.NONE);

    /** Whether anybody watches. */
    public enum Watching {
        LIVE,
        /** No mark has come for a while: nothing is judged. */
        WAITING,
        /** What was crossed meanwhile is being found out; live data waits for some seconds. */
        CATCHING_UP,
        /** Another program keeps this home's alarms, and sounds them. */
        ELSEWHERE,
        /** No alarms are watched of that symbol at all. */
        NOWHERE
    }

    public AlarmsView {
        alarms = List.copyOf(alarms);
        calling = List.copyOf(calling);
        log = List.copyOf(log);
    }

    /** What is shown where another program keeps the alarms: as they were when they were read. */
    public static AlarmsView elsewhere(WatchState kept, String why) {
        List<ArmedAlarm> alarms = kept.alarms().alarms().stream()
                .map(alarm -> ArmedAlarm.of(alarm, Double.NaN, ClustersNow.UNKNOWN))
                .toList();
        List<LogEntry> log = new ArrayList<>(kept.log());
        Collections.reverse(log);
        return new AlarmsView(
                kept.symbol(),
                Watching.ELSEWHERE,
                alarms,
                List.of(),
                log,
                Long.MAX_VALUE,
                Optional.empty(),
                why,
                Notice.NONE);
    }

    /** How many can still say something. */
    public int armed() {
        return (int) alarms.stream().filter(ArmedAlarm::armed).count();
    }

    /** The alarm with that number. */
    public Optional<Alarm> find(long id) {
        return alarms.stream()
                .map(ArmedAlarm::alarm)
                .filter(alarm -> alarm.id() == id)
                .findFirst();
    }
}
