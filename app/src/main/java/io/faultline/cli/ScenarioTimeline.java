package io.faultline.cli;

import com.google.gson.JsonObject;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.desk.BookView;
import io.faultline.desk.ClusterEvent;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.SweepView;
import io.faultline.desk.TapeLabel;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.market.PositionSide;
import io.faultline.signal.CascadeSetup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes down what changes from one view of the desk to the next. One thread. */
final class ScenarioTimeline {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<ScenarioReport.Entry> entries = new ArrayList<>();
    private final Map<PositionSide, CascadeSetup.State> setups = new EnumMap<>(PositionSide.class);
    private final Map<String, String> states = new HashMap<>();
    private final ScenarioAlarms alarms = new ScenarioAlarms(this::add);
    private long labels;
    private long events;

    /** What has been written, in order of time. */
    List<ScenarioReport.Entry> entries() {
        List<ScenarioReport.Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(ScenarioReport.Entry::nanos)); // stable
        return sorted;
    }

    /** The stages that have fired, in order. */
    List<ScenarioReport.Fired> fired() {
        return alarms.fired();
    }

    /** From now on that alarm is set. */
    void armed(long now, ClusterAlarm alarm) {
        alarms.armed(now, alarm);
    }

    void see(DeskView view) {
        feeds(view);
        alarms.see(view);
        ClustersView clusters = view.clusters();
        if (!clusters.known()) {
            return;
        }
        long now = view.timeNanos();
        events(clusters);
        labels(clusters);
        for (PositionSide side : PositionSide.values()) {
            setup(now, side, clusters.side(side).setup());
            clusters.side(side).nearest().ifPresent(nearest -> {
                path(now, nearest);
                funding(now, nearest);
            });
        }
        alarms.armed().flatMap(alarm -> clusters.find(alarm.trackId())).ifPresent(cluster -> path(now, cluster));
        clusters.sweeps().forEach(sweep -> sweep(now, sweep));
    }

    private void add(long nanos, String kind, String cluster, JsonObject detail) {
        entries.add(new ScenarioReport.Entry(nanos, kind, cluster, detail));
    }

    private static JsonObject detail(String name, String value) {
        JsonObject detail = new JsonObject();
        detail.addProperty(name, value);
        return detail;
    }

    /** Whether that is another state than the last one under the name. */
    private boolean changed(String name, String state) {
        return !state.equals(states.put(name, state));
    }

    private void feeds(DeskView view) {
        for (VenueView venue : view.venues()) {
            String id = venue.instrument().venue().id();
            for (FeedStatus status : venue.feed().connections()) {
                String connection = status.connection();
                if (changed("feed " + id + connection, status.state().name())) {
                    JsonObject detail = detail("venue", id);
                    detail.addProperty("connection", connection);
                    detail.addProperty("state", word(status.state().name()));
                    add(status.receivedNanos(), "feed", "", detail);
                }
            }
            BookView book = venue.book();
            if (changed("book " + id, book.state().name())) {
                JsonObject detail = detail("venue", id);
                detail.addProperty("book", word(book.state().name()));
                if (!book.reason().isEmpty()) {
                    detail.addProperty("reason", book.reason());
                }
                add(book.sinceNanos(), "feed", "", detail);
            }
            mended(view.timeNanos(), id, book.counters());
        }
    }

    /** What was wrong and mended between two looks. */
    private void mended(long now, String venue, BookView.Counters counters) {
        String counted = counters.gaps() + " " + counters.resyncs() + " " + counters.crossed();
        if (changed("mended " + venue, counted) && !counted.equals("0 0 0")) {
            JsonObject detail = detail("venue", venue);
            detail.addProperty("gaps", counters.gaps());
            detail.addProperty("resyncs", counters.resyncs());
            detail.addProperty("crossed", counters.crossed());
            add(now, "feed", "", detail);
        }
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void setup(long now, PositionSide side, CascadeSetup setup) {
        CascadeSetup.State before = setups.put(side, setup.state());
        if (before == setup.state() || (before == null && setup.state() == CascadeSetup.State.NONE)) {
            return;
        }
        JsonObject detail = detail("side", word(side.name()));
        detail.addProperty("state", word(setup.state().name()));
        detail.addProperty("clusters", setup.stacked().clusters());
        detail.addProperty("openInterestChange", setup.rising().openInterestChange());
        detail.addProperty("range", setup.rising().range());
        detail.addProperty("volumeRatio", setup.quiet().ratio());
        detail.addProperty("score", setup.score());
        add(now, "setup", "", detail);
    }

    private void path(long now, ClusterView cluster) {
        String state = cluster.path().state().name();
        if (changed("path " + cluster.name(), state)) {
            JsonObject detail = detail("state", word(state));
            detail.addProperty("distance", cluster.distance());
            detail.addProperty("usd", cluster.mass().atRiskUsd());
            detail.addProperty("hollowRatio", cluster.path().overall().hollowRatio());
            detail.addProperty("wallTimes", cluster.path().overall().wallTimes());
            add(now, "path", cluster.name(), detail);
        }
    }

    private void funding(long now, ClusterView cluster) {
        JsonObject detail = new JsonObject();
        cluster.funding().forEach((rule, flag) -> detail.addProperty(word(rule.name()), word(flag.name())));
        if (changed("funding " + cluster.name(), detail.toString())) {
            add(now, "funding", cluster.name(), detail);
        }
    }

    /** Its entry, and when price has left it. */
    private void sweep(long now, SweepView sweep) {
        String name = "sweep " + sweep.trackId() + " " + sweep.enteredMillis();
        if (changed(name, sweep.inside() ? "entered" : "left")) {
            JsonObject detail = detail("event", sweep.inside() ? "entered" : "left");
            detail.addProperty("side", word(sweep.side().name()));
            detail.addProperty("near", sweep.near());
            detail.addProperty("far", sweep.far());
            detail.addProperty("forcedUsd", sweep.forcedUsd());
            add(sweep.inside() ? sweep.enteredMillis() * NANOS_PER_MILLI : now, "sweep", sweep.cluster(), detail);
        }
    }

    private void labels(ClustersView clusters) {
        TimeLog<TapeLabel> log = clusters.labels();
        for (long end = log.end(); labels < end; labels++) {
            TapeLabel label = log.get(labels);
            if (label != null) {
                JsonObject detail = detail("event", word(label.kind().name()));
                detail.addProperty("price", label.price());
                detail.addProperty("side", word(label.side().name()));
                if (label.venue() != null) {
                    detail.addProperty("venue", label.venue().id());
                }
                detail.addProperty("usd", label.usd());
                add(label.millis() * NANOS_PER_MILLI, kind(label.kind()), label.cluster(), detail);
            }
        }
    }

    private static String kind(TapeLabel.Kind kind) {
        return switch (kind) {
            case REFILLED, PULLED, EATEN, LEFT -> "wall";
            case ABSORBED -> "absorption";
            case EXHAUSTED -> "exhaustion";
            case CASCADE_BEGAN, EDGE_RECLAIMED, LONG_WICK -> "sweep";
        };
    }

    private void events(ClustersView clusters) {
        TimeLog<ClusterEvent> log = clusters.events();
        for (long end = log.end(); events < end; events++) {
            ClusterEvent event = log.get(events);
            if (event != null) {
                JsonObject detail = detail("event", word(event.kind().name()));
                detail.addProperty("usd", event.track().cluster().massUsd());
                detail.addProperty("near", event.track().cluster().nearPrice());
                detail.addProperty("far", event.track().cluster().farPrice());
                add(event.millis() * NANOS_PER_MILLI, "cluster", event.track().name(), detail);
            }
        }
    }
}
