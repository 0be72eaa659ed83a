package io.faultline.alarm.text;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmState;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.StandingAlarm;
import io.faultline.alarm.WatchState;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that was kept of alarms.
 *
 * @param bySymbol what each symbol's watch begins with; symbols of which nothing was kept are not in it
 * @param highestId the highest that any alarm ever had
 * @param problems records that cannot be read, in words; they are left where they are
 */
public record KeptAlarms(Map<String, WatchState> bySymbol, long highestId, List<String> problems) {
    public KeptAlarms {
        bySymbol = Collections.unmodifiableMap(new TreeMap<>(bySymbol));
        problems = List.copyOf(problems);
    }

    /** What a symbol's watch begins with. */
    public WatchState of(String symbol) {
        WatchState kept = bySymbol.get(symbol);
        return kept == null ? WatchState.empty(symbol) : kept;
    }

    /** Symbols with an alarm that is switched on: these are to be fed, whether or not a tab shows them. */
    public List<String> armedSymbols() {
        return bySymbol.values().stream()
                .filter(state -> state.alarms().alarms().stream()
                        .anyMatch(alarm -> alarm.head().on()))
                .map(WatchState::symbol)
                .toList();
    }

    /** Reads the rows of all {@link AlarmRows#KINDS}, in any order. */
    public static KeptAlarms read(List<AlarmRow> rows) {
        Reading reading = new Reading();
        for (AlarmRow row : rows) {
            String text = row.text();
            if (text != null) {
                reading.take(row, text);
            }
        }
        return reading.all();
    }

    private static final class Reading {
        private final Map<String, WatchState> watches = new TreeMap<>();
        private final Map<String, TrackerState> trackers = new TreeMap<>();
        private final Map<String, List<Alarm>> alarms = new TreeMap<>();
        private final Map<String, List<LogEntry>> logs = new TreeMap<>();
        private final Map<String, Long> highestNumbers = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();
        private long highestId;

        void take(AlarmRow row, String text) {
            try {
                switch (row.kind()) {
                    case AlarmRows.ALARM -> {
                        highestId = Math.max(highestId, number(row.id()));
                        Alarm alarm = AlarmText.read("alarm " + row.id(), text);
                        highestId = Math.max(highestId, alarm.id());
                        listIn(alarms, alarm.head().symbol()).add(alarm);
                    }
                    case AlarmRows.LOG -> {
                        reserve(row.id());
                        LogEntry entry = LogText.read("line " + row.id() + " of the alarm log", text);
                        highestId = Math.max(highestId, entry.firing().alarm().id());
                        listIn(logs, entry.firing().alarm().symbol()).add(entry);
                    }
                    case AlarmRows.WATCH -> {
                        WatchState watch = WatchText.read(row.id(), "the watch of " + row.id(), text);
                        highestId = Math.max(highestId, watch.highestId());
                        watches.put(row.id(), watch);
                    }
                    case AlarmRows.TRACKER -> trackers.put(row.id(), TrackerText.read("clusters of " + row.id(), text));
                    default -> {}
                }
            } catch (BadTextException e) {
                problems.add(e.getMessage() == null ? row.kind() + " " + row.id() : e.getMessage());
            }
        }

        /** A line that cannot be read keeps its number. */
        private void reserve(String id) {
            int dash = id.lastIndexOf('-');
            if (dash > 0) {
                highestNumbers.merge(id.substring(0, dash), number(id.substring(dash + 1)), Math::max);
            }
        }

        private static long number(String digits) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        private static <T> List<T> listIn(Map<String, List<T>> map, String symbol) {
            return map.computeIfAbsent(symbol, same -> new ArrayList<>());
        }

        KeptAlarms all() {
            Set<String> symbols = new TreeSet<>(watches.keySet());
            symbols.addAll(trackers.keySet());
            symbols.addAll(alarms.keySet());
            symbols.addAll(logs.keySet());
            Map<String, WatchState> bySymbol = new TreeMap<>();
            symbols.forEach(symbol -> bySymbol.put(symbol, of(symbol)));
            return new KeptAlarms(bySymbol, highestId, problems);
        }

        private WatchState of(String symbol) {
            WatchState watch = watches.getOrDefault(symbol, WatchState.empty(symbol));
            List<Alarm> armed = new ArrayList<>(alarms.getOrDefault(symbol, List.of()));
            armed.sort(Comparator.comparingLong(Alarm::id));
            List<LogEntry> log = new ArrayList<>(logs.getOrDefault(symbol, List.of()));
            log.sort(Comparator.comparingLong(LogEntry::number));
            long next = Math.max(watch.nextNumber(), highestNumbers.getOrDefault(symbol, 0L) + 1);
            AlarmState seen = watch.alarms();
            return new WatchState(
                    symbol,
                    new AlarmState(armed, seen.source(), seen.newestMillis(), seen.aheadMillis()),
                    tracker(symbol, armed),
                    log,
                    next,
                    watch.highestId(),
                    watch.lastMillis());
        }

        /**
         * Alarms know clusters by number. Should the clusters' record be lost, or older than an alarm, no stranger may be
         * given a number that an alarm goes by.
         */
        private TrackerState tracker(String symbol, List<Alarm> armed) {
            TrackerState kept = trackers.getOrDefault(symbol, TrackerState.EMPTY);
            int next = kept.nextId();
            for (Track track : kept.tracks()) {
                next = Math.max(next, track.id() + 1);
            }
            for (Alarm alarm : armed) {
                next = Math.max(next, highestTrack(alarm) + 1);
            }
            return new TrackerState(next, kept.nextLong(), kept.nextShort(), kept.tracks());
        }

        private static int highestTrack(Alarm alarm) {
            if (alarm instanceof ClusterAlarm cluster) {
                return cluster.trackId();
            }
            if (alarm instanceof PriceAlarm price && price.origin() != null) {
                return price.origin().trackId();
            }
            if (alarm instanceof StandingAlarm standing) {
                return standing.known().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
            }
            return 0;
        }
    }
}
