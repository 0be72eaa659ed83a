package io.faultline.venue;

import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dated margin tables of a file: those that come with the program, for venues that tell them only to who has a key or
 * cannot be reached, or newer ones that the user has. Several of one contract differ in their day.
 *
 * @param tables in the file's order
 * @param faults of tables that were left out, in words; of the bundled file there are none
 */
public record RiskTierTables(List<RiskTiers> tables, List<String> faults) {
    private static final String BUNDLED = "risk-tiers.json";
    static final String FORMAT = "faultline-risk-tiers-1";
    private static final int MOST_FAULTS = 20;

    public RiskTierTables {
        tables = List.copyOf(tables);
        faults = List.copyOf(faults);
    }

    /** The file that comes with the program. */
    public static RiskTierTables bundled() {
        try (InputStream in = RiskTierTables.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without " + BUNDLED);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), RiskTiers.Source.BUNDLED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the text of such a file: what is wrong with it is among the {@link #faults}, and is never thrown. */
    public static RiskTierTables read(String text, RiskTiers.Source source) {
        Reading reading = new Reading(text, source);
        try {
            reading.file();
        } catch (MalformedException malformed) {
            int at = Math.min(reading.json.offset(), text.length());
            reading.fault(at, malformed.getMessage() + " near field " + reading.json.lastName());
        }
        return new RiskTierTables(reading.tables, reading.faults);
    }

    /** The newest table of that contract; empty where there is none. */
    public Optional<RiskTiers> newest(InstrumentId instrument) {
        return at(instrument, LocalDate.MAX);
    }

    /** The newest table of that contract that held on that day, empty where none is known to have. */
    public Optional<RiskTiers> at(InstrumentId instrument, LocalDate day) {
        return tables.stream()
                .filter(table -> table.instrument().equals(instrument))
                .filter(table -> !table.asOf().isAfter(day))
                .max(Comparator.comparing(RiskTiers::asOf));
    }

    /** One pass over a file. */
    private static final class Reading {
        private final String text;
        private final RiskTiers.Source source;
        private final JsonCursor json = new JsonCursor();
        private final List<RiskTiers> tables = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        Reading(String text, RiskTiers.Source source) {
            this.text = text;
            this.source = source;
        }

        /** @param offset where it is, characters from the beginning */
        void fault(int offset, String words) {
            if (faults.size() < MOST_FAULTS) {
                long line = 1
                        + text.substring(0, offset)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                faults.add(VenueWords.bounded("line " + line + ": " + words));
            }
        }

        void file() throws MalformedException {
            json.reset(text);
            boolean known = false;
            json.beginObject();
            while (json.nextField()) {
                switch (json.name()) {
                    case "format" -> known = FORMAT.equals(Fields.optionalText(json));
                    case "tables" -> {
                        json.beginArray();
                        while (json.nextElement()) {
                            table();
                        }
                    }
                    default -> json.skip();
                }
            }
            json.end();
            if (!known) {
                tables.clear();
                fault(0, "no file of risk tiers: its format is not " + FORMAT);
            }
        }

        private void table() throws MalformedException {
            String venue = null;
            String instrument = null;
            String asOf = null;
            String origin = null;
            RiskTiers.Confidence confidence = RiskTiers.Confidence.LOW;
            RiskTiers.Unit unit = RiskTiers.Unit.QUOTE;
            boolean complete = true;
            RiskLadder.Charging charging = RiskLadder.Charging.WHOLE;
            List<RiskLadder.Row> rows = List.of();
            json.beginObject();
            int begun = json.offset();
            while (json.nextField()) {
                switch (json.name()) {
                    case "venue" -> venue = Fields.optionalText(json);
                    case "instrument" -> instrument = Fields.optionalText(json);
                    case "asOf" -> asOf = Fields.optionalText(json);
                    case "origin" -> origin = Fields.optionalText(json);
                    case "confidence" -> confidence = constant(RiskTiers.Confidence.values());
                    case "unit" -> unit = constant(RiskTiers.Unit.values());
                    case "complete" -> complete = json.readBoolean();
                    case "bySlice" ->
                        charging = json.readBoolean() ? RiskLadder.Charging.BY_SLICE : RiskLadder.Charging.WHOLE;
                    case "tiers" -> rows = rows();
                    default -> json.skip();
                }
            }
            String title = title(venue, instrument, asOf);
            Venue of = Venue.ofId(venue == null ? "" : venue).orElse(null);
            LocalDate day = day(asOf);
            if (of == null || instrument == null || day == null) {
                fault(begun, title + ": left out, for it needs a venue, an instrument and a day");
                return;
            }
            try {
                tables.add(new RiskTiers(
                        new InstrumentId(of, instrument),
                        0,
                        day,
                        source,
                        confidence,
                        origin == null ? "unknown" : VenueWords.bounded(origin),
                        unit,
                        complete,
                        RiskLadder.check(rows, charging)));
            } catch (RiskLadder.UnusableException unusable) {
                fault(begun, title + ": left out, for " + unusable.fault());
            }
        }

        private static String title(@Nullable String venue, @Nullable String instrument, @Nullable String asOf) {
            return (venue == null ? "?" : venue) + " " + (instrument == null ? "?" : instrument) + " of "
                    + (asOf == null ? "?" : asOf);
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                return null;
            }
        }

        private <E extends Enum<E>> E constant(E[] values) throws MalformedException {
            String word =
                    Fields.require(Fields.optionalText(json), "value", json).toUpperCase(Locale.ROOT);
            for (E value : values) {
                if (value.name().equals(word)) {
                    return value;
                }
            }
            throw json.wrong("an unknown word");
        }

        /** Rows of cap, maintenance rate, initial rate, leverage and, where slices are charged, deduction. */
        private List<RiskLadder.Row> rows() throws MalformedException {
            List<RiskLadder.Row> rows = new ArrayList<>();
            json.beginArray();
            while (json.nextElement()) {
                json.beginArray();
                BigDecimal cap = number();
                BigDecimal maintenanceRate = number();
                BigDecimal initialRate = number();
                BigDecimal maxLeverage = number();
                boolean more = json.nextElement();
                BigDecimal deduction = more ? Fields.optionalAmount(json) : null;
                while (more && json.nextElement()) {
                    json.skip();
                }
                rows.add(new RiskLadder.Row(null, cap, maintenanceRate, initialRate, maxLeverage, deduction));
            }
            return rows;
        }

        private BigDecimal number() throws MalformedException {
            if (!json.nextElement()) {
                throw json.wrong("a tier with too few numbers");
            }
            return Fields.require(Fields.optionalAmount(json), "of a tier", json);
        }
    }
}
