package io.faultline.ui.plans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When stock exchanges of Asia, Europe and the US open: Tokyo 9:00, London 8:00, New York 9:30, on weekdays, local time. */
final class SessionOpens {
    private static final int MOST_DAYS = 40;

    private static final List<Session> SESSIONS = List.of(
            new Session("Asia", ZoneId.of("Asia/Tokyo"), LocalTime.of(9, 0)),
            new Session("Europe", ZoneId.of("Europe/London"), LocalTime.of(8, 0)),
            new Session("US", ZoneId.of("America/New_York"), LocalTime.of(9, 30)));

    private SessionOpens() {}

    private record Session(String name, ZoneId zone, LocalTime open) {}

    /** One that opens. */
    record Open(String name, long millis) {}

    /** In order of time; holidays are not known. */
    static List<Open> between(long fromMillis, long toMillis) {
        List<Open> opens = new ArrayList<>();
        LocalDate first = Instant.ofEpochMilli(fromMillis)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
        for (int day = 0; day < MOST_DAYS; day++) {
            for (Session session : SESSIONS) {
                ZonedDateTime open = ZonedDateTime.of(first.plusDays(day), session.open(), session.zone());
                long millis = open.toInstant().toEpochMilli();
                boolean weekday = open.getDayOfWeek() != DayOfWeek.SATURDAY && open.getDayOfWeek() != DayOfWeek.SUNDAY;
                if (weekday && millis >= fromMillis && millis <= toMillis) {
                    opens.add(new Open(session.name(), millis));
                }
            }
        }
        opens.sort(Comparator.comparingLong(Open::millis));
        return opens;
    }
}
