package io.faultline.ui.plans;

import io.faultline.ui.panel.CalendarEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events from a calendar file (ICS, RFC 5545: VEVENT with UID, SUMMARY, DTSTART) or a CSV with a header of {@code
 * time,title[,before,after,remind]}. Strict: what cannot be read is said with its line, and the rest is taken.
 */
final class EventFile {
    private static final int BEFORE = 30;
    private static final int AFTER = 60;
    private static final int REMIND = 15;
    private static final int MOST_LINES = 100_000;
    private static final int MOST_EVENTS = 1_000;
    private static final DateTimeFormatter ICS_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ICS_DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String NO_ROOM = "line %d: only the first 1,000 events are taken";

    private EventFile() {}

    /**
     * What a file holds.
     *
     * @param problems a sentence each, with the line
     */
    record Read(List<CalendarEvent> events, List<String> problems) {}

    static Read read(String text) {
        List<String> lines = text.lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES) {
            return new Read(List.of(), List.of("the file has more than 100,000 lines"));
        }
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        boolean ics = first.strip().replace("\uFEFF", "").equalsIgnoreCase("BEGIN:VCALENDAR");
        return ics ? new Ics().read(lines) : csv(lines);
    }

    private static Read csv(List<String> lines) {
        List<CalendarEvent> events = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> head = lines.isEmpty()
                ? List.of()
                : cells(lines.get(0).replace("\uFEFF", "").toLowerCase(Locale.ROOT));
        int time = head.indexOf("time");
        int title = head.indexOf("title");
        if (time < 0 || title < 0) {
            return new Read(
                    List.of(), List.of("line 1: the header must name time and title; optional before, after, remind"));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && events.size() >= MOST_EVENTS) {
                problems.add(NO_ROOM.formatted(i + 1));
                break;
            }
            if (!lines.get(i).isBlank()) {
                List<String> cells = cells(lines.get(i));
                try {
                    String words = cell(cells, title);
                    long millis = time(cell(cells, time));
                    events.add(new CalendarEvent(
                            "csv " + millis + " " + words,
                            words,
                            millis,
                            minutes(cells, head.indexOf("before"), BEFORE),
                            minutes(cells, head.indexOf("after"), AFTER),
                            minutes(cells, head.indexOf("remind"), REMIND)));
                } catch (IllegalArgumentException | DateTimeException e) {
                    problems.add("line " + (i + 1) + ": " + e.getMessage());
                }
            }
        }
        return new Read(events, problems);
    }

    private static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }

    private static int minutes(List<String> cells, int column, int otherwise) {
        String text = cell(cells, column);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("'" + text + "' is no number of minutes");
        }
        return Integer.parseInt(text);
    }

    /** ISO 8601; without a zone, UTC; a day alone is its beginning. */
    static long time(String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(iso)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
            boolean zoned = iso.matches(".*(Z|[+-]\\d{2}:\\d{2})");
            Instant at = zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            return at.toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) { // the latter of years beyond 292,000,000
            throw new IllegalArgumentException("'" + text + "' is no time such as 2026-05-12 14:30", e);
        }
    }

    /** RFC 4180: a cell in quotes may hold commas, and quotes twice. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** One calendar, a content line after the other. */
    private static final class Ics {
        private final List<CalendarEvent> events = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private boolean inEvent;
        private int inOther;
        private int began;
        private String uid = "";
        private String summary = "";
        private @Nullable Long millis;
        private String trouble = "";
        private boolean repeats;
        private boolean full;

        Read read(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                StringBuilder line = new StringBuilder(lines.get(i));
                int number = i + 1;
                while (i + 1 < lines.size()
                        && !lines.get(i + 1).isEmpty()
                        && " \t".indexOf(lines.get(i + 1).charAt(0)) >= 0) {
                    line.append(lines.get(++i).substring(1)); // a folded line goes on
                }
                take(line.toString(), number);
            }
            if (inEvent) {
                problems.add("line " + began + ": the event has no end");
            }
            return new Read(events, problems);
        }

        private void take(String line, int number) {
            int colon = colon(line);
            if (colon < 0) {
                return;
            }
            String head = line.substring(0, colon);
            String name = head.split(";", 2)[0].toUpperCase(Locale.ROOT);
            String value = line.substring(colon + 1);
            if (name.equals("BEGIN") && value.equalsIgnoreCase("VEVENT")) {
                if (inEvent) {
                    problems.add("line " + began + ": the event has no end");
                }
                inEvent = true;
                inOther = 0;
                began = number;
                uid = "";
                summary = "";
                millis = null;
                trouble = "";
                repeats = false;
            } else if (name.equals("BEGIN") && inEvent) {
                inOther++; // an alarm inside an event has a trigger and a description of its own
            } else if (name.equals("END") && inOther > 0) {
                inOther--;
            } else if (name.equals("END") && inEvent && value.equalsIgnoreCase("VEVENT")) {
                end();
            } else if (inEvent && inOther == 0) {
                property(name, head, value);
            }
        }

        /** The colon that ends the name: parameters may hold others in quotes. */
        private static int colon(String line) {
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                quoted ^= line.charAt(i) == '"';
                if (line.charAt(i) == ':' && !quoted) {
                    return i;
                }
            }
            return -1;
        }

        private void property(String name, String head, String value) {
            switch (name) {
                case "UID" -> uid = value.strip();
                case "SUMMARY" ->
                    summary = value.replaceAll("\\\\[nN]", " ")
                            .replace("\\,", ",")
                            .replace("\\;", ";")
                            .replace("\\\\", "\\")
                            .strip();
                case "RRULE", "RDATE" -> repeats = true;
                case "DTSTART" -> {
                    try {
                        millis = start(head, value.strip());
                    } catch (DateTimeException e) {
                        trouble = "'" + value.strip() + "' is no time: " + e.getMessage();
                    }
                }
                default -> {}
            }
        }

        private static long start(String head, String value) {
            if (value.length() == 8) {
                return LocalDate.parse(value, ICS_DAY)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
            boolean utc = value.endsWith("Z");
            LocalDateTime time = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, ICS_TIME);
            ZoneId zone = ZoneOffset.UTC;
            for (String parameter : head.split(";", -1)) {
                if (!utc && parameter.toUpperCase(Locale.ROOT).startsWith("TZID=")) {
                    zone = ZoneId.of(parameter.substring(5).replace("\"", ""));
                }
            }
            return time.atZone(zone).toInstant().toEpochMilli();
        }

        private void end() {
            inEvent = false;
            Long at = millis;
            if (!trouble.isEmpty() || at == null) {
                problems.add("line " + began + ": " + (trouble.isEmpty() ? "the event has no DTSTART" : trouble));
                return;
            }
            if (events.size() >= MOST_EVENTS) {
                if (!full) {
                    problems.add(NO_ROOM.formatted(began));
                }
                full = true;
                return;
            }
            if (repeats) {
                problems.add("line " + began + ": '" + summary + "' repeats; only its first time is taken");
            }
            try {
                String id = uid.isEmpty() ? "ics " + at + " " + summary : "ics " + Objects.hash(uid, at) + " " + uid;
                events.add(new CalendarEvent(
                        id.substring(0, Math.min(180, id.length())), summary, at, BEFORE, AFTER, REMIND));
            } catch (IllegalArgumentException e) {
                problems.add("line " + began + ": " + e.getMessage());
            }
        }
    }
}
