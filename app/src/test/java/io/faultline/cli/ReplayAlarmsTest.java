package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.Firing;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.DeskView;
import io.faultline.desk.ReplayControl;
import io.faultline.market.MarkPrice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Alarms that are set in a replay: they end with it, and say the same in each. */
@Timeout(90)
class ReplayAlarmsTest {
    private static final String BTC = "BTCUSDT";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private Path journal;

    @BeforeEach
    void record() throws IOException {
        journal = folder.resolve("crowd.jsonl");
        CrowdJournal.write(journal, 5, 1, false);
    }

    private ReplaySession open() throws IOException {
        return Markets.replay(List.of(journal), Optional.of(BTC), Venues.live());
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    private static void seek(ReplaySession replay, long nanos) {
        ReplayControl control = replay.replay().orElseThrow();
        control.seek(nanos);
        until(() -> !control.seeking());
    }

    private static void toTheEnd(ReplaySession replay) {
        seek(replay, Long.MAX_VALUE);
        ReplayControl control = replay.replay().orElseThrow();
        until(() -> control.ended() && replay.view().timeNanos() >= control.lastNanos() - 1_000_000_000L);
        until(() -> hasHeardTheLastMark(replay.view()));
    }

    /** Alarms are shown some twenty times a second, the market itself more often. */
    private static boolean hasHeardTheLastMark(DeskView view) {
        MarkPrice last = view.venues().get(0).mark();
        List<LogEntry> log = view.alarms().log();
        return last != null && !log.isEmpty() && log.get(0).after().lastMillis() == last.exchangeMillis();
    }

    /** Levels about the price that the journal begins with. */
    private static void arm(ReplaySession replay, double price) {
        AlarmBoard board = replay.alarms();
        for (int i = -20; i <= 20; i++) {
            board.send(
                    BTC,
                    new AlarmCommand.Add(PriceAlarm.at(
                            new AlarmHead(board.nextId(), BTC, "level " + i),
                            new PriceRule(
                                    price * (1 + i * 0.0007),
                                    PriceRule.Direction.EITHER,
                                    PriceRule.DEFAULT_REARM,
                                    false),
                            null)));
        }
        until(() -> replay.view().alarms().armed() == 41);
    }

    private double firstPrice() throws IOException {
        try (ReplaySession replay = open()) {
            ReplayControl control = replay.replay().orElseThrow();
            seek(replay, control.firstNanos() + 60_000_000_000L);
            until(() -> replay.view().venues().stream().anyMatch(venue -> venue.mark() != null));
            var mark = replay.view().venues().get(0).mark();
            return mark == null ? Double.NaN : mark.mark().doubleValue();
        }
    }

    private static List<Firing> firings(ReplaySession replay) {
        return replay.view().alarms().log().stream().map(LogEntry::firing).toList();
    }

    @Test
    void sayTheSameInEveryReplayHoweverItIsPlayed() throws IOException {
        double price = firstPrice();
        List<Firing> first;
        List<LogEntry> log;
        try (ReplaySession replay = open()) {
            arm(replay, price);
            toTheEnd(replay);
            first = firings(replay);
            log = replay.view().alarms().log();
        }
        assertThat(first).hasSizeGreaterThan(3);
        try (ReplaySession replay = open()) {
            arm(replay, price);
            ReplayControl control = replay.replay().orElseThrow();
            seek(replay, (control.firstNanos() + control.lastNanos()) / 2);
            toTheEnd(replay);
            assertThat(replay.view().alarms().log()).isEqualTo(log);
        }
    }

    @Test
    void areArmedAnewWhereAReplayGoesBackTo() throws IOException {
        double price = firstPrice();
        try (ReplaySession replay = open()) {
            arm(replay, price);
            toTheEnd(replay);
            List<Firing> before = firings(replay);
            long last = replay.view().alarms().log().get(0).number();
            ReplayControl control = replay.replay().orElseThrow();
            long middle = (control.firstNanos() + control.lastNanos()) / 2;

            seek(replay, middle);
            until(() -> replay.view().alarms().armed() == 41);
            assertThat(replay.view().alarms().log())
                    .as("nothing was armed on the way")
                    .isEmpty();
            toTheEnd(replay);

            assertThat(firings(replay)).hasSizeLessThan(before.size()).isNotEmpty();
            assertThat(replay.view().alarms().log()).allMatch(entry -> entry.number() > last);
            assertThat(firings(replay).get(0).price()).isEqualTo(before.get(0).price());
        }
    }
}
