package io.faultline.ui.figures;

import io.faultline.desk.GridView;
import io.faultline.liquidation.GridFlag;
import io.faultline.market.Venue;
import io.faultline.ui.panel.Cell;
import io.faultline.ui.text.Moments;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the model's figures rest on, by venue: the date of its margin brackets, and every flag of its data. */
final class BasisRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Set<GridFlag> OLD =
            Set.of(GridFlag.TABLE_STALE, GridFlag.TABLE_DATE, GridFlag.TABLE_BORROWED, GridFlag.TABLE_MENDED);

    private BasisRows() {}

    static List<List<Cell>> of(GridView grid, long nowNanos) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.heading("rests on"), Cell.heading("brackets"), Cell.heading("data")));
        if (grid.venues().isEmpty()) {
            rows.add(List.of(Cell.low("no venue is modelled"), Cell.words(""), Cell.words("")));
        }
        for (Map.Entry<Venue, GridView.Standing> each : venues(grid).entrySet()) {
            Set<GridFlag> flags = each.getValue().flags();
            String other = flags.stream()
                    .filter(flag -> !OLD.contains(flag))
                    .sorted()
                    .map(GridFlag::chip)
                    .collect(Collectors.joining(" · "));
            rows.add(List.of(
                    Cell.words(each.getKey().title()),
                    brackets(each.getValue().brackets(), flags),
                    other.isEmpty() ? Cell.low("nothing to say") : Cell.figure(other)));
        }
        rows.add(List.of(Cell.low(since("known from", grid.knownFromMillis(), nowNanos)
                + since(", live since", grid.liveSinceMillis(), nowNanos))));
        rows.add(List.of(Cell.low("zones, not price targets: positions and leverage are modelled,")));
        rows.add(List.of(Cell.low("cross margin, OTC, insurance funds, hidden and iceberg size are not seen")));
        return rows;
    }

    private static Map<Venue, GridView.Standing> venues(GridView grid) {
        Map<Venue, GridView.Standing> venues = new EnumMap<>(Venue.class);
        venues.putAll(grid.venues());
        return venues;
    }

    private static Cell brackets(@Nullable LocalDate date, Set<GridFlag> flags) {
        String old = flags.stream()
                .filter(OLD::contains)
                .sorted()
                .map(GridFlag::chip)
                .collect(Collectors.joining(" · "));
        String words = date == null ? "no date" : DAY.format(date);
        return old.isEmpty() ? Cell.figure(words) : Cell.warn(words + ", " + old);
    }

    private static String since(String words, long millis, long nowNanos) {
        return millis == Long.MAX_VALUE ? "" : words + " " + Moments.brief(millis * 1_000_000, nowNanos);
    }
}
