package io.faultline.alarm.text;

import io.faultline.liquidation.cluster.BinMasses;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.MassHistory;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;

/** The clusters' names and all that goes with them, as a JSON object. */
public final class TrackerText {
    private static final int FORM = 1;

    private TrackerText() {}

    public static String write(TrackerState state) {
        return new Json()
                .whole("v", FORM)
                .whole("nextId", state.nextId())
                .whole("nextLong", state.nextLong())
                .whole("nextShort", state.nextShort())
                .objects(
                        "tracks", state.tracks().stream().map(TrackerText::json).toList())
                .toString();
    }

    private static Json json(Track track) {
        Cluster cluster = track.cluster();
        List<MassHistory.Sample> samples = track.history().samples();
        return new Json()
                .whole("id", track.id())
                .text("name", track.name())
                .constant("side", cluster.side())
                .whole("peak", cluster.peakBin())
                .number("prominence", cluster.prominenceUsd())
                .whole("first", cluster.firstBin())
                .numbers("usd", cluster.masses().usd())
                .number("mass", cluster.massUsd())
                .number("centroid", cluster.centroid())
                .number("firstCentroid", track.firstCentroid())
                .whole("hits", track.hits())
                .whole("misses", track.misses())
                .whole("age", track.age())
                .constant("state", track.state())
                .whole("parent", track.parentId())
                .flag("migrated", track.migrated())
                .whole("firstSeen", track.firstSeenMillis())
                .whole("lastSeen", track.lastSeenMillis())
                .wholes(
                        "historyAt",
                        samples.stream().map(MassHistory.Sample::millis).toList())
                .numbers(
                        "historyUsd",
                        samples.stream().mapToDouble(MassHistory.Sample::usd).toArray());
    }

    /** @param where begins every complaint, such as {@code clusters of BTCUSDT} */
    public static TrackerState read(String where, String text) throws BadTextException {
        Fields fields = Fields.parse(where, text).form(FORM);
        List<Track> tracks = new ArrayList<>();
        for (Fields track : fields.objects("tracks")) {
            tracks.add(track(track));
        }
        return new TrackerState(fields.count("nextId"), fields.count("nextLong"), fields.count("nextShort"), tracks);
    }

    private static Track track(Fields fields) throws BadTextException {
        try {
            BinMasses masses = new BinMasses(fields.count("first"), fields.numbers("usd"));
            Cluster cluster = new Cluster(
                    fields.constant("side", PositionSide.class),
                    fields.count("peak"),
                    fields.number("prominence"),
                    masses,
                    fields.number("mass"),
                    fields.number("centroid"));
            return new Track(
                    fields.count("id"),
                    fields.text("name"),
                    cluster,
                    fields.number("firstCentroid"),
                    fields.count("hits"),
                    fields.count("misses"),
                    fields.count("age"),
                    fields.constant("state", TrackState.class),
                    fields.count("parent"),
                    fields.flag("migrated"),
                    fields.whole("firstSeen"),
                    fields.whole("lastSeen"),
                    history(fields));
        } catch (IllegalArgumentException e) {
            throw fields.refused(e);
        }
    }

    private static MassHistory history(Fields fields) throws BadTextException {
        List<Long> millis = fields.wholes("historyAt");
        double[] usd = fields.numbers("historyUsd");
        if (millis.size() != usd.length) {
            throw new BadTextException(
                    fields.where() + ": a history of " + millis.size() + " times and " + usd.length + " masses");
        }
        List<MassHistory.Sample> samples = new ArrayList<>();
        for (int i = 0; i < usd.length; i++) {
            samples.add(new MassHistory.Sample(millis.get(i), usd[i]));
        }
        return new MassHistory(samples);
    }
}
