package io.faultline.liquidation.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of the clusters shown since somebody last looked. */
public final class Changes {
    private static final double NOTABLE_SHARE = 0.20;

    private Changes() {}

    /** What became of one. */
    public enum Kind {
        BORN,
        DISSOLVED,
        /** Mass is up by 20 % or more. */
        GROWN,
        /** Mass is down by 20 % or more. */
        SHRUNK,
        /** Its centroid has passed the bar for migration since. */
        MIGRATED
    }

    /**
     * One change.
     *
     * @param track as it is now, or was when last seen if it has dissolved
     */
    public record Change(Kind kind, Track track) {}

    /** Dissolved ones first, then the others in the order of {@code now}; candidates are nobody's business. */
    public static List<Change> between(List<Track> then, List<Track> now) {
        Map<Integer, Track> before = new HashMap<>();
        then.stream().filter(Track::shown).forEach(track -> before.put(track.id(), track));
        List<Change> changes = new ArrayList<>();
        for (Track old : then) {
            if (old.shown() && now.stream().noneMatch(track -> track.id() == old.id())) {
                changes.add(new Change(Kind.DISSOLVED, old));
            }
        }
        for (Track track : now) {
            Track old = before.get(track.id());
            if (old != null) {
                addDifferences(old, track, changes);
            } else if (track.shown()) {
                changes.add(new Change(Kind.BORN, track));
            }
        }
        return changes;
    }

    private static void addDifferences(Track old, Track track, List<Change> changes) {
        double growth = track.cluster().massUsd() / old.cluster().massUsd() - 1;
        if (growth >= NOTABLE_SHARE) {
            changes.add(new Change(Kind.GROWN, track));
        } else if (growth <= -NOTABLE_SHARE) {
            changes.add(new Change(Kind.SHRUNK, track));
        }
        if (track.migrated() && !old.migrated()) {
            changes.add(new Change(Kind.MIGRATED, track));
        }
    }
}
