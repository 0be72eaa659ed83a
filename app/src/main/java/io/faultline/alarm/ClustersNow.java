package io.faultline.alarm;

import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clusters that are shown, for alarms to look at.
 *
 * @param known false while the grid is not built yet: then nothing has dissolved, nobody knows
 * @param tracks candidates are ignored
 */
public record ClustersNow(boolean known, List<Track> tracks) {
    public static final ClustersNow UNKNOWN = new ClustersNow(false, List.of());

    public ClustersNow {
        tracks = tracks.stream().filter(Track::shown).toList();
    }

    Optional<Track> find(int trackId) {
        return tracks.stream().filter(track -> track.id() == trackId).findFirst();
    }

    /** Near edge of the first cluster of that side, other than the given one, that lies behind a price; or null. */
    @Nullable
    Double nextBehind(PositionSide side, double price, int exceptTrackId) {
        int sign = side == PositionSide.LONG ? -1 : 1;
        Double next = null;
        for (Track track : tracks) {
            double edge = track.cluster().nearPrice();
            boolean behind = track.id() != exceptTrackId && track.side() == side && sign * (edge - price) > 0;
            if (behind && (next == null || sign * (next - edge) > 0)) {
                next = edge;
            }
        }
        return next;
    }
}
