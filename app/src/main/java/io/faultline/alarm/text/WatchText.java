package io.faultline.alarm.text;

import io.faultline.alarm.AlarmState;
import io.faultline.alarm.WatchState;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a symbol's watch remembers beside its alarms, its log and its clusters, as a JSON object. */
final class WatchText {
    private static final int FORM = 1;

    private WatchText() {}

    static String write(WatchState state) {
        Json newest = new Json();
        state.alarms().newestMillis().forEach(newest::whole);
        return new Json()
                .whole("v", FORM)
                .text("source", state.alarms().source())
                .object("newest", newest)
                .wholes("ahead", state.alarms().aheadMillis())
                .whole("nextNumber", state.nextNumber())
                .whole("highestId", state.highestId())
                .whole("lastMillis", state.lastMillis())
                .toString();
    }

    /** The same without alarms, log and clusters. */
    static WatchState read(String symbol, String where, String text) throws BadTextException {
        Fields fields = Fields.parse(where, text).form(FORM);
        Fields times = fields.object("newest");
        Map<String, Long> newest = new TreeMap<>();
        for (String source : times.names()) {
            newest.put(source, times.whole(source));
        }
        WatchState empty = WatchState.empty(symbol);
        return new WatchState(
                symbol,
                new AlarmState(
                        empty.alarms().alarms(), fields.text("source"), newest, new TreeSet<>(fields.wholes("ahead"))),
                empty.tracker(),
                empty.log(),
                fields.whole("nextNumber"),
                fields.whole("highestId"),
                fields.whole("lastMillis"));
    }
}
