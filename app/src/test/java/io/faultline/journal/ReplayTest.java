package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faultline.Captures;
import io.faultline.market.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReplayTest {
    private static final long MILLI = 1_000_000;
    private final Path folder;
    private final Recorder target = new Recorder();

    ReplayTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Remembers all it is given since the last restart. */
    private static final class Recorder implements Replay.Target {
        private final List<Frame> frames = new CopyOnWriteArrayList<>();
        private final List<Long> places = new CopyOnWriteArrayList<>();
        private final AtomicInteger restarts = new AtomicInteger();

        @Override
        public void restart() {
            frames.clear();
            restarts.incrementAndGet();
        }

        @Override
        public void accept(Frame frame) {
            frames.add(frame);
        }

        @Override
        public void reached(long nanos) {
            places.add(nanos);
        }
    }

    /** Frames a given number of milliseconds after {@link SampleFrames#START}. */
    private Path journal(String name, long... millis) throws JournalException {
        Path journal = folder.resolve(name);
        SampleFrames.write(journal, frames(millis));
        return journal;
    }

    private static List<Frame> frames(long... millis) {
        List<Frame> frames = new ArrayList<>();
        for (long at : millis) {
            frames.add(new Frame(at(at), "okx", Frame.Kind.WS, "", "t", "{\"n\":" + frames.size() + "}"));
        }
        return frames;
    }

    private static long at(long millis) {
        return SampleFrames.START + millis * MILLI;
    }

    private Replay open(Path journal) throws JournalException {
        return Replay.open(List.of(journal), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"j.jsonl.gz", "j"})
    void knowsFirstAndLastTimeBeforeItPlays(String name) throws JournalException {
        try (Replay replay = open(journal(name, 0, 10, 3000, 2000))) {
            assertThat(replay.firstNanos()).isEqualTo(at(0));
            await().until(() -> replay.lastNanos() == at(3000));
            assertThat(replay.paused()).isTrue();
            assertThat(replay.speed()).isEqualTo(1);
            assertThat(replay.nowNanos()).isEqualTo(at(0));
            assertThat(target.frames).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 7.5, 100})
    void deliversTheSameFramesAtAnySpeed(double speed) throws JournalException {
        long[] millis = IntStream.range(0, 200).mapToLong(i -> i * i % 7 + i).toArray();
        try (Replay replay = open(journal("j", millis))) {
            replay.speed(speed);
            replay.play();
            await().until(replay::ended);

            assertThat(target.frames).isEqualTo(frames(millis));
            assertThat(target.restarts).hasValue(0);
            await().until(() -> target.places.equals(List.of(replay.nowNanos())));
            assertThat(replay.report()).hasValueSatisfying(report -> {
                assertThat(report.wholeFrames()).isEqualTo(200);
                assertThat(report.truncatedTail()).isFalse();
            });
        }
    }

    @Test
    void keepsPausesOfTheJournalInProportion() throws JournalException {
        try (Replay replay = open(journal("j", 0, 20_000))) {
            replay.speed(100);
            long begin = System.nanoTime();
            replay.play();
            await().until(replay::ended);

            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
            assertThat(target.frames).hasSize(2);
        }
    }

    @Test
    void marketTimeRunsBetweenFramesAndStandsWhilePaused() throws JournalException {
        try (Replay replay = open(journal("j", 0, 3_600_000))) {
            replay.play();
            await().until(() -> replay.nowNanos() > at(20));
            assertThat(target.frames).hasSize(1);
            replay.speed(100);
            long before = replay.nowNanos();
            await().until(() -> replay.nowNanos() > before + 1000 * MILLI);

            replay.pause();
            long stood = replay.nowNanos();
            long later = System.nanoTime() + 20 * MILLI;
            await().until(() -> System.nanoTime() > later);
            assertThat(replay.nowNanos()).isEqualTo(stood).isLessThan(at(3_600_000));
            assertThat(replay.paused()).isTrue();
        }
    }

    @Test
    void marketTimeNeverPassesAFrameThatWasNotDelivered() throws JournalException {
        long[] millis = IntStream.range(0, 400).mapToLong(i -> i * 50L).toArray();
        try (Replay replay = open(journal("j", millis))) {
            replay.speed(100);
            replay.play();
            long previous = 0;
            while (!replay.ended()) {
                long now = replay.nowNanos();
                int delivered = target.frames.size();
                // The frame after those delivered by now was not delivered when the clock was read.
                assertThat(now).isBetween(previous, at(millis[Math.min(delivered, millis.length - 1)]));
                previous = now;
            }
        }
    }

    @Test
    void stepsOneFrameAtATimeAndStaysPaused() throws JournalException {
        try (Replay replay = open(journal("j", 0, 60_000, 120_000))) {
            for (int n = 1; n <= 3; n++) {
                int frames = n;
                replay.step();
                await().until(() -> target.places.size() == frames);
                assertThat(target.frames).hasSize(n);
                assertThat(replay.nowNanos()).isEqualTo(at((n - 1) * 60_000L));
                assertThat(replay.paused()).isTrue();
            }
            await().until(replay::ended);
            replay.step();
            replay.seek(at(0));
            await().until(() -> target.restarts.get() == 1 && !replay.seeking());
            assertThat(target.frames).hasSize(1);
            assertThat(replay.ended()).isFalse();
        }
    }

    @Test
    void aStepWhilePlayingPauses() throws JournalException {
        try (Replay replay = open(journal("j", 0, 3_600_000, 7_200_000))) {
            replay.play();
            await().until(() -> target.frames.size() == 1);
            replay.step();
            await().until(() -> target.frames.size() == 2);
            assertThat(replay.paused()).isTrue();
            assertThat(replay.nowNanos()).isEqualTo(at(3_600_000));
        }
    }

    @Test
    void seeksForwardThroughEveryFrameWithoutWaiting() throws JournalException {
        long[] millis = IntStream.range(0, 1000).mapToLong(i -> i * 60_000L).toArray();
        try (Replay replay = open(journal("j", millis))) {
            replay.seek(at(500 * 60_000L + 30_000));
            await().until(() -> !replay.seeking());

            assertThat(target.frames).isEqualTo(frames(millis).subList(0, 501));
            assertThat(replay.nowNanos()).isEqualTo(at(500 * 60_000L + 30_000));
            assertThat(target.restarts).hasValue(0);
            assertThat(replay.paused()).isTrue();
            await().until(() -> target.places.equals(List.of(replay.nowNanos())));
        }
    }

    @Test
    void seeksBackwardByStartingAfreshWithTheSameFrames() throws JournalException {
        long[] millis = IntStream.range(0, 100).mapToLong(i -> i * 60_000L).toArray();
        try (Replay replay = open(journal("j.jsonl.gz", millis))) {
            replay.seek(Long.MAX_VALUE);
            await().until(replay::ended);
            assertThat(target.frames).hasSize(100);
            assertThat(replay.nowNanos()).isEqualTo(at(99 * 60_000L));

            replay.seek(at(10 * 60_000L));
            await().until(() -> !replay.seeking());
            assertThat(target.restarts).hasValue(1);
            assertThat(target.frames).isEqualTo(frames(millis).subList(0, 11));
            assertThat(replay.ended()).isFalse();

            replay.seek(0);
            await().until(() -> !replay.seeking());
            assertThat(target.restarts).hasValue(2);
            assertThat(target.frames).isEqualTo(frames(millis).subList(0, 1));

            replay.seek(Long.MAX_VALUE);
            await().until(replay::ended);
            assertThat(target.restarts).hasValue(2);
            assertThat(target.frames).isEqualTo(frames(millis));
        }
    }

    @Test
    void letsTimeGoOnWhereTheRecordersClockWentBackByAnHour() throws JournalException {
        long hour = 3_600_000;
        try (Replay replay = open(journal("j", hour, hour + 100, 50, 150, 20_150))) {
            replay.speed(100);
            replay.play();
            await().until(replay::ended);

            assertThat(target.frames)
                    .extracting(Frame::receivedNanos)
                    .containsExactly(at(hour), at(hour + 100), at(hour + 100), at(hour + 200), at(hour + 20_200));
            assertThat(replay.nowNanos()).isEqualTo(at(hour + 20_200));
            assertThat(replay.setBackNanos()).isEqualTo((hour + 50) * MILLI);

            replay.pause();
            replay.seek(at(hour + 100) - 1);
            await().until(() -> !replay.seeking());
            assertThat(replay.setBackNanos()).isZero();
        }
    }

    @Test
    void goesOnPlayingFromWhereASeekLed() throws JournalException {
        try (Replay replay = open(journal("j", 0, 3_600_000, 3_600_010, 7_200_000))) {
            replay.play();
            replay.seek(at(3_600_000));
            await().until(() -> target.frames.size() == 3);

            assertThat(replay.nowNanos()).isBetween(at(3_600_010), at(3_700_000));
            assertThat(replay.ended()).isFalse();
        }
    }

    @Test
    void speedStaysWithinItsBounds() throws JournalException {
        try (Replay replay = open(journal("j", 0))) {
            replay.speed(0.1);
            assertThat(replay.speed()).isEqualTo(1);
            replay.speed(1e9);
            assertThat(replay.speed()).isEqualTo(100);
            replay.speed(Double.NaN);
            assertThat(replay.speed()).isEqualTo(100);
        }
    }

    @Test
    void framesWithoutTimeArePlayedAtOnce() throws JournalException {
        try (Replay replay = open(Captures.file("live-frames-2026"))) {
            replay.play();
            await().until(replay::ended);
            assertThat(target.frames).hasSize(57);
        }
    }

    @Test
    void doesNotWaitFromNoTimeToTheFirstTime() throws JournalException {
        List<Frame> frames = new ArrayList<>(frames(0, 1));
        frames.add(0, new Frame(0, "okx", Frame.Kind.WS, "", "t", "no time"));
        SampleFrames.write(folder.resolve("j.jsonl.gz"), frames);
        try (Replay replay = open(folder.resolve("j.jsonl.gz"))) {
            replay.play();
            await().until(replay::ended);
            assertThat(target.frames).isEqualTo(frames);
        }
    }

    @Test
    void aFaultOfTheTargetEndsTheReplayAndIsSaid() throws JournalException {
        Replay.Target faulty = new Replay.Target() {
            @Override
            public void restart() {}

            @Override
            public void accept(Frame frame) {
                throw new IllegalStateException("bug");
            }

            @Override
            public void reached(long nanos) {}
        };
        try (Replay replay = Replay.open(List.of(journal("j", 0, 1)), faulty)) {
            replay.play();
            await().until(replay::ended);
            assertThat(replay.problem()).contains("bug");
            replay.seek(Long.MAX_VALUE);
            assertThat(replay.seeking()).isFalse();
        }
    }

    @Test
    void refusesWhatIsNoJournal() {
        assertThatThrownBy(() -> open(folder.resolve("missing"))).isInstanceOf(JournalException.class);
    }

    @Test
    void aRealCaptureIsTheSameWhateverWasDoneOnTheWay() throws JournalException {
        Path capture = Captures.file("binance-usdm-btcusdt-20220811/capture.jsonl.gz");
        try (Replay replay = open(capture)) {
            replay.speed(100);
            replay.step();
            replay.play();
            await().until(() -> target.frames.size() > 200);
            replay.seek(replay.firstNanos());
            await().until(() -> target.restarts.get() == 1);
            replay.step();
            replay.play();
            await().until(replay::ended);

            assertThat(target.frames).isEqualTo(SampleFrames.read(capture));
            assertThat(replay.lastNanos()).isEqualTo(replay.nowNanos());
        }
    }
}
