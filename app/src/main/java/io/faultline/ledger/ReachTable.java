package io.faultline.ledger;

import io.faultline.signal.DistanceBand;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reach rates of clusters, by kind. A row of fewer than 30 clusters is not there: it would say nothing. Rows of a path
 * are of clusters when their path was first judged; those whose path never was are {@link PathState#UNKNOWN}. All other
 * rows are of clusters when they were first shown.
 *
 * @param rows all clusters, then by path, by band, by size, and by band and size
 * @param seen clusters that are due, for knowing how many more are needed
 */
public record ReachTable(List<ReachRow> rows, int seen) {
    /** Fewer clusters of a kind say nothing. */
    public static final int LEAST = 30;

    public ReachTable {
        rows = List.copyOf(rows);
    }

    /**
     * What one market gave.
     *
     * @param reaches in any order
     * @param samples levels that nobody had a reason to name, of the same time
     */
    public record Market(List<ReachRecord> reaches, List<LevelSample> samples) {}

    /** @param markets each with its own times and tracks */
    public static ReachTable of(List<Market> markets, DistanceProfile distances) {
        return new Sorting(markets, distances).table();
    }

    /** The row of that kind; empty if there are too few of it. */
    public Optional<ReachRow> row(Predicate<ReachRow> kind) {
        return rows.stream().filter(kind).findFirst();
    }

    /** All clusters. */
    public Optional<ReachRow> all() {
        return row(row -> row.path() == null && row.band() == null && row.size() == null);
    }

    /** A prediction beside what any level would have done. */
    private record Placed(ReachRecord reach, LevelBaseline baseline, boolean wasJudged) {}

    /** One pass over the records. */
    private static final class Sorting {
        private final List<Placed> shown = new ArrayList<>();
        private final List<Placed> judged = new ArrayList<>();
        private final DistanceProfile distances;
        private final List<ReachRow> rows = new ArrayList<>();

        Sorting(List<Market> markets, DistanceProfile distances) {
            this.distances = distances;
            markets.forEach(this::place);
        }

        private void place(Market market) {
            LevelBaseline baseline = new LevelBaseline(market.samples());
            Set<Integer> tracksJudged = market.reaches().stream()
                    .filter(reach -> reach.basis() == ReachRecord.Basis.PATH_JUDGED)
                    .map(ReachRecord::trackId)
                    .collect(Collectors.toSet());
            market.reaches().stream()
                    .sorted(Comparator.comparingLong(ReachRecord::atMillis))
                    .forEach(reach -> {
                        Placed placed = new Placed(reach, baseline, tracksJudged.contains(reach.trackId()));
                        (reach.basis() == ReachRecord.Basis.SHOWN ? shown : judged).add(placed);
                    });
        }

        ReachTable table() {
            add(null, null, null, shown);
            for (PathState path : List.of(PathState.HOLLOW, PathState.OPEN, PathState.DEFENDED)) {
                add(path, null, null, filtered(judged, each -> each.reach().path() == path));
            }
            add(PathState.UNKNOWN, null, null, filtered(shown, each -> !each.wasJudged()));
            for (DistanceBand band : DistanceBand.values()) {
                add(null, band, null, filtered(shown, each -> each.reach().band() == band));
            }
            for (SizeBand size : SizeBand.values()) {
                add(null, null, size, filtered(shown, each -> each.reach().size() == size));
            }
            for (DistanceBand band : DistanceBand.values()) {
                List<Placed> ofBand = filtered(shown, each -> each.reach().band() == band);
                for (SizeBand size : SizeBand.values()) {
                    add(null, band, size, filtered(ofBand, each -> each.reach().size() == size));
                }
            }
            return new ReachTable(rows, shown.size());
        }

        private static List<Placed> filtered(List<Placed> all, Predicate<Placed> kind) {
            return all.stream().filter(kind).toList();
        }

        private void add(
                @Nullable PathState path, @Nullable DistanceBand band, @Nullable SizeBand size, List<Placed> kind) {
            if (kind.size() < LEAST) {
                return;
            }
            Map<Horizon, ReachRow.Comparison> byHorizon = new EnumMap<>(Horizon.class);
            for (Horizon horizon : Horizon.values()) {
                byHorizon.put(horizon, comparison(kind, horizon));
            }
            rows.add(new ReachRow(
                    path,
                    band,
                    size,
                    new Proportion(count(kind, ReachRecord::isTouched), kind.size()),
                    count(kind, reach -> reach.outcome() == ReachRecord.Outcome.REVERSED),
                    count(kind, reach -> reach.outcome() == ReachRecord.Outcome.THROUGH),
                    byHorizon));
        }

        private static int count(List<Placed> kind, Predicate<ReachRecord> which) {
            return (int) kind.stream().filter(each -> which.test(each.reach())).count();
        }

        private ReachRow.Comparison comparison(List<Placed> kind, Horizon horizon) {
            double[] random = new double[kind.size()];
            double[] over = new double[kind.size()];
            int compared = 0;
            double range = 0;
            int ranged = 0;
            for (Placed each : kind) {
                ReachRecord reach = each.reach();
                double level = each.baseline().touched(reach.atMillis(), reach.distance(), horizon);
                if (!Double.isNaN(level)) {
                    random[compared] = level;
                    over[compared++] = (reach.isTouchedWithin(horizon) ? 1 : 0) - level;
                }
                Proportion recent =
                        each.baseline().recentRange(reach.atMillis(), reach.side(), reach.band(), distances, horizon);
                if (recent.trials() > 0) {
                    range += recent.share();
                    ranged++;
                }
            }
            List<ReachRecord> reaches = kind.stream().map(Placed::reach).toList();
            return new ReachRow.Comparison(
                    new Proportion(count(kind, reach -> reach.isTouchedWithin(horizon)), kind.size()),
                    Means.of(Arrays.copyOf(random, compared)),
                    Means.withInterval(Arrays.copyOf(over, compared), Blocks.ofADay(reaches)),
                    ranged > 0 ? range / ranged : Double.NaN);
        }
    }
}
