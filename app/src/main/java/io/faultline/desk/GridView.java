package io.faultline.desk;

import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.SweptLevel;
import io.faultline.liquidation.TradeGap;
import io.faultline.market.Venue;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the liquidation model says of one symbol at one moment: every heatmap, the map and the ladder's overlay are
 * projections of it. Immutable; the log of swept levels grows behind it.
 *
 * @param grids of the venues that count; empty before the first price. A new list at most ten times a second
 * @param venues what each venue's figures rest on, also of those that do not count
 * @param heat the heatmap in view
 * @param swept what live marks have swept, newest last
 * @param parameters of the model in force
 * @param knownFromMillis where the inputs begin, exchange time; {@code Long.MAX_VALUE} without any
 * @param liveSinceMillis where what was seen live begins; {@code Long.MAX_VALUE} before
 * @param epoch of the parameters: scores of different ones are never pooled
 */
public record GridView(
        List<GridSnapshot> grids,
        Map<Venue, Standing> venues,
        Heat heat,
        TimeLog<SweptLevel> swept,
        ModelParameters parameters,
        long knownFromMillis,
        long liveSinceMillis,
        Epoch epoch) {
    /** Nothing is modelled. */
    public static final GridView NONE = new GridView(
            List.of(),
            new EnumMap<>(Venue.class),
            Heat.NONE,
            new TimeLog<>(1, 0),
            ModelParameters.DEFAULT,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Epoch.FIRST);

    public GridView {
        grids = List.copyOf(grids);
        venues = Map.copyOf(venues);
    }

    /** In the first epoch. */
    public GridView(
            List<GridSnapshot> grids,
            Map<Venue, Standing> venues,
            Heat heat,
            TimeLog<SweptLevel> swept,
            ModelParameters parameters,
            long knownFromMillis,
            long liveSinceMillis) {
        this(grids, venues, heat, swept, parameters, knownFromMillis, liveSinceMillis, Epoch.FIRST);
    }

    /**
     * A stretch of time in which the model ran under the same parameters.
     *
     * @param number 0 for that in which the session began
     * @param sinceMillis exchange time; 0 for the first
     */
    public record Epoch(int number, long sinceMillis) {
        public static final Epoch FIRST = new Epoch(0, 0);
    }

    /**
     * What a venue's figures rest on.
     *
     * @param brackets since when the bracket table in force holds; null where the table does not say
     * @param words where the brackets are from, and what had to be done with the history, for people; may be empty
     */
    public record Standing(Set<GridFlag> flags, @Nullable LocalDate brackets, String words) {
        public Standing {
            flags = Set.copyOf(flags);
        }

        public Standing(Set<GridFlag> flags, @Nullable LocalDate brackets) {
            this(flags, brackets, "");
        }
    }

    /**
     * Columns of a heatmap, oldest first, none overlapping.
     *
     * @param choice what they show: still the last choice while the next is computed
     * @param past columns that have ended; the same object until one more has
     * @param forming the newest, which still changes; null if there is none
     * @param recomputing whether another choice than this one is being computed
     * @param built the grids of the positions that were built within the window; empty unless the choice looks back so
     * @param gaps where trades of a venue were lost: what opened there is known from open interest alone
     */
    public record Heat(
            PictureChoice choice,
            List<HeatColumn> past,
            @Nullable HeatColumn forming,
            boolean recomputing,
            List<GridSnapshot> built,
            List<TradeGap> gaps) {
        public static final Heat NONE = new Heat(PictureChoice.DEFAULT, List.of(), null, false);

        /** @param past is kept, not copied: it must never change */
        public Heat {
            built = List.copyOf(built);
            gaps = List.copyOf(gaps);
        }

        /** Of all positions. */
        public Heat(PictureChoice choice, List<HeatColumn> past, @Nullable HeatColumn forming, boolean recomputing) {
            this(choice, past, forming, recomputing, List.of(), List.of());
        }
    }

    /**
     * Whether all that counts is still of the last session, not covered by what was seen since: then it is shown without
     * colour. False as soon as one venue is live, and without any grid.
     */
    public boolean restored() {
        return !grids.isEmpty() && grids.stream().allMatch(grid -> isRestored(venues.get(grid.venue())));
    }

    private static boolean isRestored(@Nullable Standing standing) {
        return standing != null && standing.flags().contains(GridFlag.RESTORED);
    }

    /** The grids of the positions that the heatmap in view counts: what map, ladder and tables show beside it. */
    public List<GridSnapshot> counted() {
        return heat.choice().lookBack() == LookBack.BUILT_IN_WINDOW ? heat.built() : grids;
    }
}
