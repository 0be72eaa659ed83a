package io.faultline.cli;

import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmState;
import io.faultline.alarm.WatchState;
import io.faultline.alarm.text.AlarmRow;
import io.faultline.alarm.text.AlarmRows;
import io.faultline.alarm.text.BadTextException;
import io.faultline.alarm.text.KeptAlarms;
import io.faultline.alarm.text.SettingsText;
import io.faultline.history.KeptRecord;
import io.faultline.history.Listing;
import io.faultline.history.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What a home folder holds of alarms.
 *
 * @param settings as they were chosen last
 * @param unread why what is on disk could not be read, in words; empty if it was
 */
record KeptReading(KeptAlarms alarms, AlarmSettings settings, String unread) {
    static final String SETTINGS = "alarm-settings";
    static final String SETTINGS_ID = "all";

    /** Nobody knows what it holds. */
    static KeptReading unread(String why) {
        return new KeptReading(KeptAlarms.read(List.of()), AlarmSettings.DEFAULT, why);
    }

    private record Listed(String kind, Listing listing) {}

    static CompletableFuture<KeptReading> of(RecordStore store) {
        List<String> kinds = new ArrayList<>(AlarmRows.KINDS);
        kinds.add(SETTINGS);
        CompletableFuture<List<Listed>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (String kind : kinds) {
            all = all.thenCombine(store.list(kind), (listed, listing) -> {
                listed.add(new Listed(kind, listing));
                return listed;
            });
        }
        return all.thenApply(KeptReading::read);
    }

    private static KeptReading read(List<Listed> all) {
        List<AlarmRow> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        AlarmSettings settings = AlarmSettings.DEFAULT;
        String unread = "";
        for (Listed listed : all) {
            unread = unread.isEmpty() ? listed.listing().problem() : unread;
            for (KeptRecord record : listed.listing().records()) {
                if (!listed.kind().equals(SETTINGS)) {
                    rows.add(new AlarmRow(record.kind(), record.id(), record.text()));
                    continue;
                }
                try {
                    settings = SettingsText.read(record.text());
                } catch (BadTextException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        KeptAlarms read = KeptAlarms.read(rows);
        problems.addAll(read.problems());
        return new KeptReading(new KeptAlarms(read.bySymbol(), read.highestId(), problems), settings, unread);
    }

    /** As in a market that begins anew: none of its marks was seen, and nothing of it was missed. */
    KeptReading inANewMarket() {
        Map<String, WatchState> bySymbol = new TreeMap<>();
        alarms.bySymbol().forEach((symbol, state) -> bySymbol.put(symbol, unseen(state)));
        return new KeptReading(new KeptAlarms(bySymbol, alarms.highestId(), alarms.problems()), settings, unread);
    }

    private static WatchState unseen(WatchState state) {
        AlarmState seen = state.alarms();
        return new WatchState(
                state.symbol(),
                new AlarmState(seen.alarms(), "", Map.of(), Set.of()),
                state.tracker(),
                state.log(),
                state.nextNumber(),
                state.highestId(),
                0);
    }
}
