package io.faultline.cli;

import io.faultline.alarm.ClusterAlarm;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.MarkPrice;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.CrowdListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm must have said: the market's own marks beside the clusters that the desk showed at each of them. Of the
 * desk it takes which clusters there were and whose marks came at all; prices, times and stages are its own. On the thread
 * that moves the market.
 */
final class ScenarioTruth implements CrowdListener {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So long a venue leads after its last mark: alarms.md. */
    private static final long SILENT_NANOS = 15 * SECOND_NANOS;
    /** A stage fired with the mark that crossed, or with what the venue said next. */
    private static final long TOLERANCE_NANOS = 2 * SECOND_NANOS;

    private final Map<Venue, Double> marks = new EnumMap<>(Venue.class);
    private final List<AlarmCrossings.Seen> seen = new ArrayList<>();
    private @Nullable ClusterAlarm alarm;
    private @Nullable Venue lead;
    private long ledNanos;

    @Override
    public void mark(Venue venue, long millis, double mark, double index) {
        marks.put(venue, mark);
    }

    /** From now on that alarm is set. */
    void armed(ClusterAlarm on) {
        alarm = on;
    }

    /** Once a second, when all that was sent has arrived. */
    void see(DeskView view, long nanos) {
        Venue venue = lead(view, nanos);
        ClusterAlarm set = alarm;
        if (venue == null || set == null) {
            return;
        }
        ClustersView clusters = view.clusters();
        double near = Double.NaN;
        double far = Double.NaN;
        List<Double> behind = new ArrayList<>();
        for (ClusterView cluster : clusters.side(set.side()).clusters()) {
            if (cluster.id() == set.trackId()) {
                near = cluster.cluster().nearPrice();
                far = cluster.cluster().farPrice();
            } else {
                behind.add(cluster.cluster().nearPrice());
            }
        }
        // These tell a mark several times before the next one.
        boolean repeated = venue == Venue.OKX || venue == Venue.BITGET;
        seen.add(new AlarmCrossings.Seen(nanos, marks.getOrDefault(venue, Double.NaN), near, far, behind, repeated));
    }

    /** Whose mark counts now; null if nothing has come of it within the second. */
    private @Nullable Venue lead(DeskView view, long nanos) {
        Venue first = null;
        long heard = Long.MAX_VALUE;
        boolean leads = false;
        for (VenueView venue : view.venues()) {
            MarkPrice mark = venue.mark();
            if (mark != null && nanos - mark.receivedNanos() < SECOND_NANOS) {
                leads |= mark.venue() == lead;
                if (mark.receivedNanos() < heard) {
                    heard = mark.receivedNanos();
                    first = mark.venue();
                }
            }
        }
        if (leads) {
            ledNanos = nanos;
            return lead;
        }
        if (first == null || (lead != null && nanos - ledNanos < SILENT_NANOS)) {
            return null;
        }
        lead = first;
        ledNanos = nanos;
        return lead;
    }

    /** What must have fired. */
    List<AlarmCrossings.Crossing> crossings() {
        ClusterAlarm set = alarm;
        return set == null
                ? List.of()
                : AlarmCrossings.of(seen, set.side(), set.rule().perimeter());
    }

    Verdict verdict(List<ScenarioReport.Fired> fired) {
        return Verdict.of(crossings(), fired);
    }

    /**
     * What fired, beside what must have.
     *
     * @param missed crossings that nothing was said of
     * @param doubled what was said without a crossing of its own
     */
    record Verdict(int missed, int doubled) {
        static Verdict of(List<AlarmCrossings.Crossing> crossings, List<ScenarioReport.Fired> fired) {
            List<ScenarioReport.Fired> unexplained = new ArrayList<>(fired);
            int missed = 0;
            for (AlarmCrossings.Crossing crossing : crossings) {
                boolean said = unexplained.stream()
                        .filter(one -> one.stage() == crossing.stage()
                                && Math.abs(one.nanos() - crossing.nanos()) <= TOLERANCE_NANOS)
                        .findFirst()
                        .map(unexplained::remove)
                        .orElse(false);
                missed += said ? 0 : 1;
            }
            return new Verdict(missed, unexplained.size());
        }
    }
}
