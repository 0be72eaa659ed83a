package io.faultline.ui.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.panel.CalendarEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventFileTest {
    private static Instant at(CalendarEvent event) {
        return Instant.ofEpochMilli(event.millis());
    }

    @Test
    void readsACalendarWithZonesFoldedLinesAndAlarmsInside() {
        EventFile.Read read = EventFile.read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:cpi-1@example
                DTSTART;TZID=America/New_York:20260512T083000
                SUMMARY:US CPI\\, year on
                  year
                BEGIN:VALARM
                TRIGGER:-PT15M
                SUMMARY:not this
                END:VALARM
                END:VEVENT
                BEGIN:VEVENT
                UID:holiday@example
                DTSTART;VALUE=DATE:20260525
                SUMMARY:Memorial Day
                END:VEVENT
                BEGIN:VEVENT
                UID:fomc@example
                DTSTART:20260617T180000Z
                SUMMARY:FOMC
                RRULE:FREQ=WEEKLY
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));

        assertThat(read.events())
                .extracting(CalendarEvent::title)
                .containsExactly("US CPI, year on year", "Memorial Day", "FOMC");
        assertThat(read.events())
                .extracting(EventFileTest::at)
                .containsExactly(
                        Instant.parse("2026-05-12T12:30:00Z"),
                        Instant.parse("2026-05-25T00:00:00Z"),
                        Instant.parse("2026-06-17T18:00:00Z"));
        assertThat(read.problems()).containsExactly("line 18: 'FOMC' repeats; only its first time is taken");
    }

    @Test
    void readsACsvWithItsOwnWindows() {
        EventFile.Read read = EventFile.read("""
                time,title,before,after,remind
                2026-05-12T14:30+02:00,"CPI, core",10,120,5
                2026-05-13 18:00,FOMC,,,
                """);

        assertThat(read.problems()).isEmpty();
        CalendarEvent first = read.events().get(0);
        assertThat(first.title()).isEqualTo("CPI, core");
        assertThat(at(first)).isEqualTo(Instant.parse("2026-05-12T12:30:00Z"));
        assertThat(first.afterMinutes()).isEqualTo(120);
        assertThat(first.isOn(first.millis() - 10 * 60_000L)).isTrue();
        assertThat(first.isOn(first.millis() - 11 * 60_000L)).isFalse();
        assertThat(read.events().get(1).beforeMinutes()).isEqualTo(30);
    }

    @Test
    void saysTheLineOfWhatCannotBeReadAndTakesTheRest() {
        EventFile.Read csv = EventFile.read("time,title\ntomorrow,CPI\n2026-05-13 18:00,FOMC\n2026-05-14 18:00,\n");
        assertThat(csv.events()).extracting(CalendarEvent::title).containsExactly("FOMC");
        assertThat(csv.problems())
                .containsExactly(
                        "line 2: 'tomorrow' is no time such as 2026-05-12 14:30",
                        "line 4: an event has a title of up to 200 characters");
        assertThat(EventFile.read("when,what\n").problems())
                .singleElement()
                .asString()
                .startsWith("line 1: the header");
        assertThat(EventFile.read("").problems()).hasSize(1);
        EventFile.Read ics = EventFile.read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:none\nEND:VEVENT\nBEGIN:VEVENT\n");
        assertThat(ics.problems()).containsExactly("line 2: the event has no DTSTART", "line 5: the event has no end");
    }

    @Test
    void tellsOfAnEventOnceAndNeverAfterIt() {
        CalendarEvent event = EventFile.read("time,title,before,after,remind\n2026-05-12 12:00,CPI,30,60,15\n")
                .events()
                .get(0);
        long minute = 60_000;
        assertThat(event.remindsBetween(event.millis() - 16 * minute, event.millis() - 15 * minute))
                .isTrue();
        assertThat(event.remindsBetween(event.millis() - 15 * minute, event.millis() - 14 * minute))
                .isFalse();
        assertThat(event.remindsBetween(event.millis() - 16 * minute, event.millis() + minute))
                .isFalse();
    }

    @Test
    void knowsWhenSessionsOpenOverDaylightSavingAndWeekends() {
        long friday = Instant.parse("2026-03-06T00:00:00Z").toEpochMilli();
        assertThat(SessionOpens.between(friday, friday + 4 * 86_400_000L))
                .extracting(open -> open.name() + " " + Instant.ofEpochMilli(open.millis()))
                .containsExactly(
                        "Asia 2026-03-06T00:00:00Z",
                        "Europe 2026-03-06T08:00:00Z",
                        "US 2026-03-06T14:30:00Z",
                        "Asia 2026-03-09T00:00:00Z",
                        "Europe 2026-03-09T08:00:00Z",
                        "US 2026-03-09T13:30:00Z",
                        "Asia 2026-03-10T00:00:00Z");
    }

    @Test
    void saysWhichTimesCannotBe() {
        assertThat(EventFile.read("time,title\n+999999999-12-31T00:00:00Z,far\n2026-02-30,feb\n")
                        .problems())
                .containsExactly(
                        "line 2: '+999999999-12-31T00:00:00Z' is no time such as 2026-05-12 14:30",
                        "line 3: '2026-02-30' is no time such as 2026-05-12 14:30");
        EventFile.Read read = EventFile.read(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260230T120000Z\nSUMMARY:feb\nEND:VEVENT\nEND:VCALENDAR\n");
        assertThat(read.events()).isEmpty();
        assertThat(read.problems()).singleElement().asString().startsWith("line 2: '20260230T120000Z' is no time: ");
    }

    @Test
    void saysWhichEventHasNoEndAndTakesTheNext() {
        EventFile.Read read = EventFile.read("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART:20260512
                SUMMARY:torn
                BEGIN:VALARM
                BEGIN:VEVENT
                DTSTART:20260513
                SUMMARY:whole
                END:VEVENT
                END:VCALENDAR
                """);
        assertThat(read.events()).extracting(CalendarEvent::title).containsExactly("whole");
        assertThat(read.problems()).containsExactly("line 2: the event has no end");
    }

    @Test
    void saysWhereThereIsNoRoomForMore() {
        String event = "BEGIN:VEVENT\nDTSTART:20260512\nSUMMARY:CPI\nEND:VEVENT\n";
        EventFile.Read calendar = EventFile.read("BEGIN:VCALENDAR\n" + event.repeat(1_002) + "END:VCALENDAR\n");
        assertThat(calendar.events()).hasSize(1_000);
        assertThat(calendar.problems()).containsExactly("line 4002: only the first 1,000 events are taken");
        EventFile.Read rows = EventFile.read("time,title\n" + "2026-05-12,CPI\n".repeat(1_002));
        assertThat(rows.events()).hasSize(1_000);
        assertThat(rows.problems()).containsExactly("line 1002: only the first 1,000 events are taken");
        assertThat(EventFile.read("\n".repeat(100_001)).problems())
                .containsExactly("the file has more than 100,000 lines");
    }
}
