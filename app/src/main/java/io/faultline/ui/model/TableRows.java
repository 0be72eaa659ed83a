package io.faultline.ui.model;

import io.faultline.desk.GridView;
import io.faultline.liquidation.GridFlag;
import io.faultline.market.Venue;
import io.faultline.ui.panel.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which margin table prices each venue's positions: its day, its age, and where it is from. */
final class TableRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Set<GridFlag> OF_TABLES =
            Set.of(GridFlag.TABLE_DATE, GridFlag.TABLE_BORROWED, GridFlag.TABLE_MENDED);

    private TableRows() {}

    static List<List<Cell>> of(GridView grid, long nowNanos) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.heading("margin tables"), Cell.heading("as of"), Cell.heading("age"), Cell.heading("from")));
        if (grid.venues().isEmpty()) {
            rows.add(List.of(Cell.low("no venue is modelled")));
        }
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochSecond(nowNanos / 1_000_000_000L), ZoneOffset.UTC);
        Map<Venue, GridView.Standing> venues = new EnumMap<>(Venue.class);
        venues.putAll(grid.venues());
        venues.forEach((venue, standing) -> {
            LocalDate day = standing.brackets();
            rows.add(List.of(
                    Cell.words(venue.title()),
                    day == null ? Cell.warn("no date") : Cell.figure(DAY.format(day)),
                    age(day, today, standing.flags()),
                    Cell.low(standing.words())));
            String flags = standing.flags().stream()
                    .filter(OF_TABLES::contains)
                    .sorted()
                    .map(GridFlag::chip)
                    .collect(Collectors.joining(" · "));
            if (!flags.isEmpty()) {
                rows.add(List.of(Cell.words(""), Cell.words(""), Cell.words(""), Cell.warn(flags)));
            }
        });
        return rows;
    }

    private static Cell age(@Nullable LocalDate day, LocalDate today, Set<GridFlag> flags) {
        if (day == null) {
            return Cell.warn("?");
        }
        long days = ChronoUnit.DAYS.between(day, today);
        String words = days <= 0 ? "today" : days == 1 ? "1 day" : days + " days";
        return flags.contains(GridFlag.TABLE_STALE) ? Cell.warn(words + ", over 90") : Cell.figure(words);
    }
}
