package io.faultline.alarm;

import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Arms what an export held, where it fits. */
final class AlarmImport {
    private static final double SAME = 0.01;

    private final SymbolAlarms alarms;
    private final Settling settling;
    private final AlarmIds ids;
    private final List<String> left = new ArrayList<>();
    private int added;
    private int there;

    AlarmImport(SymbolAlarms alarms, Settling settling, AlarmIds ids) {
        this.alarms = alarms;
        this.settling = settling;
        this.ids = ids;
    }

    /** What came of it, in words. */
    String take(List<Alarm> more, String symbol, ClustersNow clusters) {
        for (Alarm alarm : more) {
            if (alarm.head().symbol().equals(symbol)) {
                fitted(alarm, clusters).ifPresent(this::arm);
            }
        }
        StringBuilder words = new StringBuilder(symbol + ": " + added + " imported");
        if (there > 0) {
            words.append(", already there: ").append(there);
        }
        left.forEach(why -> words.append("; ").append(why));
        return words.toString();
    }

    private void arm(Alarm alarm) {
        if (alarms.all().stream().anyMatch(known -> same(known, alarm))) {
            there++;
            return;
        }
        AlarmHead head = new AlarmHead(
                ids.next(),
                alarm.head().symbol(),
                alarm.head().name(),
                alarm.head().on(),
                0);
        Alarm armed = alarm.withHead(head);
        alarms.put(armed);
        settling.arm(armed.id());
        added++;
    }

    /** A cluster has another number here: it is found by where it stands. */
    private Optional<Alarm> fitted(Alarm alarm, ClustersNow clusters) {
        if (!(alarm instanceof ClusterAlarm cluster)) {
            return Optional.of(alarm);
        }
        Edges edges = cluster.state().edges();
        if (edges == null || !clusters.known()) {
            left.add(cluster.cluster() + " left out: "
                    + (edges == null ? "it is not said where it stood" : "clusters are not known yet"));
            return Optional.empty();
        }
        double middle = (edges.near() + edges.far()) / 2;
        Optional<Track> found = clusters.tracks().stream()
                .filter(track -> track.side() == cluster.side())
                .min(Comparator.comparingDouble(track -> away(track, middle)))
                .filter(track -> away(track, middle) <= SAME);
        if (found.isEmpty()) {
            String side = cluster.side() == PositionSide.LONG ? "long" : "short";
            left.add(cluster.cluster() + " left out: no " + side + " cluster stands at "
                    + String.format(Locale.ROOT, "%.6g", middle));
        }
        return found.map(
                track -> ClusterAlarm.on(cluster.head(), track, cluster.rule()).withStages(cluster.stages()));
    }

    private static double away(Track track, double price) {
        return track.cluster().contains(price)
                ? 0
                : Math.abs(StrictMath.log(track.cluster().centroid() / price));
    }

    private static boolean same(Alarm known, Alarm other) {
        if (known instanceof ClusterAlarm one && other instanceof ClusterAlarm two) {
            return one.trackId() == two.trackId();
        }
        if (known instanceof PriceAlarm one && other instanceof PriceAlarm two) {
            return one.rule().equals(two.rule());
        }
        if (known instanceof SizeAlarm one && other instanceof SizeAlarm two) {
            return one.rule().equals(two.rule());
        }
        return known instanceof StandingAlarm one
                && other instanceof StandingAlarm two
                && one.rule().equals(two.rule());
    }
}
