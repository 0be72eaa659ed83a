package io.faultline.ui.alarms;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.StandingAlarm;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * An alarm in the list.
 *
 * @param waits for what, in words
 * @param style of the state
 */
record AlarmListRow(
        String symbol, long id, String name, String waits, String away, String state, String style, boolean on) {
    /** All of all symbols. */
    static List<AlarmListRow> of(List<AlarmsView> views, long nowMillis) {
        List<AlarmListRow> rows = new ArrayList<>();
        for (AlarmsView view : views) {
            for (ArmedAlarm armed : view.alarms()) {
                rows.add(of(view, armed, nowMillis));
            }
        }
        return rows;
    }

    private static AlarmListRow of(AlarmsView view, ArmedAlarm armed, long nowMillis) {
        Alarm alarm = armed.alarm();
        boolean on = alarm.head().on();
        String away = Double.isNaN(armed.distance()) ? "" : Numbers.change(armed.distance(), 2);
        String state = state(view, armed, nowMillis);
        String style = !on ? "low" : armed.stale() || !armed.armed() ? "warn" : "mid";
        return new AlarmListRow(view.symbol(), alarm.id(), alarm.head().name(), waits(armed), away, state, style, on);
    }

    private static String waits(ArmedAlarm armed) {
        Alarm alarm = armed.alarm();
        if (alarm instanceof ClusterAlarm cluster) {
            return QuietStrip.stages(cluster, decimals(cluster));
        }
        if (alarm instanceof PriceAlarm price) {
            int decimals = AlarmWords.decimals(price.rule().level());
            return AlarmWords.name(price.rule(), decimals) + (price.rule().once() ? ", once" : "");
        }
        if (alarm instanceof SizeAlarm size) {
            return AlarmWords.name(size.rule()) + " in "
                    + AlarmWords.window(size.rule().windowMillis());
        }
        StandingAlarm standing = (StandingAlarm) alarm;
        List<String> what =
                standing.rule().signals().stream().map(AlarmWords::word).toList();
        return AlarmWords.name(standing.rule()) + ": " + String.join(", ", what) + " within "
                + AlarmWords.perimeter(standing.rule().perimeter());
    }

    private static int decimals(ClusterAlarm cluster) {
        var edges = cluster.state().edges();
        return edges == null ? 1 : AlarmWords.decimals(edges.near());
    }

    private static String state(AlarmsView view, ArmedAlarm armed, long nowMillis) {
        Alarm alarm = armed.alarm();
        if (!alarm.head().on()) {
            return "off";
        }
        if (alarm.head().snoozedUntilMillis() > nowMillis) {
            return "snoozed for " + Numbers.age((alarm.head().snoozedUntilMillis() - nowMillis) * 1_000_000);
        }
        if (alarm instanceof ClusterAlarm cluster) {
            return cluster.told() ? "its cluster has dissolved" : stage(cluster);
        }
        if (alarm instanceof PriceAlarm price && price.done()) {
            return "done";
        }
        if (armed.stale()) {
            return "stale: its cluster has moved or is gone";
        }
        if (alarm instanceof SizeAlarm) {
            return "now " + Numbers.usd(armed.sumUsd());
        }
        return view.watching() == AlarmsView.Watching.ELSEWHERE ? "watched elsewhere" : "armed";
    }

    private static String stage(ClusterAlarm cluster) {
        return switch (cluster.state().stage()) {
            case IDLE -> "armed";
            case NEAR -> "price is near";
            case INSIDE -> "price is inside";
            case CONFIRMED -> "cascade";
            case SWEPT -> "swept";
        };
    }

    /** As a line of text. */
    String text() {
        return String.join("\t", symbol, name, waits, away, state, on ? "on" : "off")
                .replace("\n", " ")
                .strip();
    }
}
