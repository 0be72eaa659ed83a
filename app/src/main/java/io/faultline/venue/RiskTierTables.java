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

    /** Some editors put it before a text. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** 2026-11-22: what Java takes for a day beside these is a day of other ages. */
    private static final int DAY_CHARS = 10;

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
            reading.fault(at, malformed.getMessage() + reading.where() + "; what follows was not read");
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
        private boolean inTable;
        private int tier;
        private String figure = "";
        private @Nullable String venue;
        private @Nullable String instrument;
        private @Nullable String asOf;

        Reading(String text, RiskTiers.Source source) {
            this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            this.source = source;
        }

        /** Where the reading stands, from the inside out: figure, tier and table, or else the field. */
        String where() {
            String near = json.lastName();
            StringBuilder words = new StringBuilder();
            if (!figure.isEmpty()) {
                words.append(", at the ").append(figure).append(" of tier ").append(tier);
            } else if (!near.isEmpty()) {
                words.append(", near field ").append(near);
            }
            if (inTable) {
                words.append(figure.isEmpty() ? " in " : " of ").append(title());
            }
            return words.toString();
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
                            inTable = true;
                            table();
                            inTable = false;
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
            venue = null;
            instrument = null;
            asOf = null;
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
            String title = title();
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

        private String title() {
            return (venue == null ? "?" : venue) + " " + (instrument == null ? "?" : instrument) + " of "
                    + (asOf == null ? "?" : asOf);
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null || text.length() != DAY_CHARS ? null : LocalDate.parse(text);
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
                tier = rows.size() + 1;
                figure = "beginning";
                json.beginArray();
                BigDecimal cap = number("cap");
                BigDecimal maintenanceRate = number("maintenance rate, behind the cap " + cap);
                BigDecimal initialRate = number("initial rate, behind the maintenance rate " + maintenanceRate);
                BigDecimal maxLeverage = number("leverage, behind the initial rate " + initialRate);
                figure = "deduction, behind the leverage " + maxLeverage + ",";
                boolean more = json.nextElement();
                BigDecimal deduction = more ? Fields.optionalAmount(json) : null;
                while (more && json.nextElement()) {
                    json.skip();
                }
                rows.add(new RiskLadder.Row(null, cap, maintenanceRate, initialRate, maxLeverage, deduction));
            }
            figure = "";
            return rows;
        }

        /** @param name what the number is, and what is before it */
        private BigDecimal number(String name) throws MalformedException {
            figure = name.contains(" behind ") ? name + "," : name;
            if (!json.nextElement()) {
                throw json.wrong("a tier with too few numbers");
            }
            return Fields.require(Fields.optionalAmount(json), "of a tier", json);
        }
    }
}
