package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faultline.market.Frame;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalWriterTest {
    private final Path folder;

    JournalWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"j.jsonl.gz", "j"})
    void whatWasAcceptedIsReadableSoonWithoutClosing(String name) throws JournalException {
        Path out = folder.resolve(name);
        try (JournalWriter writer = JournalWriter.open(out, Long.MAX_VALUE)) {
            assertThat(writer.offer(SampleFrames.numbered(1))).isTrue();
            await().until(() -> writer.status().frames() == 1);

            try (JournalReader reader = JournalReader.open(List.of(out))) {
                assertThat(SampleFrames.rest(reader)).containsExactly(SampleFrames.numbered(1));
                assertThat(reader.report().truncatedTail()).isTrue();
            }
            assertThat(writer.status().recording()).isTrue();
            assertThat(writer.status().lost()).isZero();
            assertThat(writer.status().problem()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"j.jsonl.gz", "j"})
    void aFullQueueDropsCountsAndNotesTheLossInTheJournal(String name) throws IOException {
        Path out = folder.resolve(name);
        FrameQueue queue = new FrameQueue(3, 1_000_000);
        FrameSink sink = name.endsWith(".gz") ? lines(out) : new BlockFolderSink(out);
        JournalWriter writer = new JournalWriter(name, sink, Long.MAX_VALUE, queue);
        for (int i = 0; i < 10; i++) {
            assertThat(writer.offer(SampleFrames.numbered(i))).isEqualTo(i < 3);
        }
        assertThat(writer.status().lost()).isEqualTo(7);
        writer.start();
        writer.close();

        assertThat(writer.status().frames()).isEqualTo(3);
        assertThat(writer.status().recording()).isFalse();
        try (JournalReader reader = JournalReader.open(List.of(out))) {
            assertThat(SampleFrames.rest(reader)).hasSize(3);
            assertThat(reader.report().lostFrames()).isEqualTo(7);
            assertThat(reader.report().problems())
                    .singleElement()
                    .asString()
                    .contains("dropped 7 frames of binance at 2024-08-08T23:56:30.126");
        }
    }

    @Test
    void theQueueIsBoundedInCharactersToo() {
        FrameQueue queue = new FrameQueue(1000, 100);
        Frame frame = new Frame(1, "okx", Frame.Kind.WS, "", "", "x".repeat(60));

        assertThat(queue.put(frame)).isTrue();
        assertThat(queue.put(frame)).isFalse();
        assertThat(queue.lost()).isEqualTo(1);
        assertThat(queue.takeNow().frames()).hasSize(1);
        assertThat(queue.put(frame)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"j.jsonl.gz", "j"})
    void aFrameLongerThanAReaderAcceptsIsLostAndNoted(String name) throws JournalException {
        Path out = folder.resolve(name);
        Frame huge = new Frame(SampleFrames.START, "okx", Frame.Kind.WS, "", "", "é".repeat(17 << 20));
        try (JournalWriter writer = JournalWriter.open(out, Long.MAX_VALUE)) {
            writer.offer(huge);
            writer.offer(SampleFrames.numbered(1));
            await().until(() -> writer.status().frames() == 1 && writer.status().lost() == 1);
        }
        try (JournalReader reader = JournalReader.open(List.of(out))) {
            assertThat(SampleFrames.rest(reader)).containsExactly(SampleFrames.numbered(1));
            assertThat(reader.report().lostFrames()).isEqualTo(1);
        }
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Path out = Files.writeString(folder.resolve("old.jsonl.gz"), "precious");

        assertThatThrownBy(() -> JournalWriter.open(out, Long.MAX_VALUE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(out + ": the file exists; nothing is overwritten");
        assertThat(out).hasContent("precious");
    }

    @Test
    void aSecondRecordingOfAnHourBecomesASecondPart() throws IOException {
        Path out = folder.resolve("j");
        SampleFrames.write(out, List.of(SampleFrames.numbered(0)));
        SampleFrames.write(out, List.of(SampleFrames.numbered(1)));

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("binance-20240808T23Z-000.journal", "binance-20240808T23Z-001.journal");
        }
        assertThat(SampleFrames.read(out)).containsExactly(SampleFrames.numbered(0), SampleFrames.numbered(1));
    }

    @Test
    void saysWhyAFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "x");

        assertThatThrownBy(() -> JournalWriter.open(file, Long.MAX_VALUE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file + ": the file exists");
        assertThatThrownBy(() -> JournalWriter.open(file.resolve("j"), Long.MAX_VALUE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"j.jsonl.gz", "j"})
    void theSizeCapEndsTheRecordingAndLeavesAWholeJournal(String name) throws JournalException {
        Path out = folder.resolve(name);
        List<Frame> offered = new ArrayList<>();
        try (JournalWriter writer = JournalWriter.open(out, 2_000)) {
            await().until(() -> {
                for (int i = 0; i < 500; i++) {
                    Frame frame = SampleFrames.numbered(offered.size());
                    offered.add(frame);
                    writer.offer(frame);
                }
                return !writer.status().recording();
            });
            JournalStatus status = writer.status();
            assertThat(status.problem()).contains("size cap of 2000 bytes is reached");
            assertThat(status.frames() + status.lost()).isEqualTo(offered.size());

            try (JournalReader reader = JournalReader.open(List.of(out))) {
                assertThat(SampleFrames.rest(reader)).isEqualTo(offered.subList(0, (int) status.frames()));
                assertThat(reader.report().truncatedTail()).isFalse();
                assertThat(reader.report().bytes()).isEqualTo(status.bytes());
            }
        }
    }

    @Test
    void aFullDiskEndsTheRecordingNotTheProgram() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
        FrameSink sink = new JsonLinesSink(FileChannel.open(full, StandardOpenOption.WRITE));
        try (JournalWriter writer = new JournalWriter("full", sink, Long.MAX_VALUE, new FrameQueue(10, 1000))) {
            writer.start();
            writer.offer(SampleFrames.numbered(1));
            await().until(() -> !writer.status().recording());

            assertThat(writer.status().problem())
                    .startsWith("full: cannot write: ")
                    .contains("recording has stopped");
            assertThat(writer.offer(SampleFrames.numbered(2))).isFalse();
            assertThat(writer.status().frames()).isZero();
            assertThat(writer.status().lost()).isEqualTo(2);
        }
    }

    @Test
    void aFolderTakenAwayEndsTheRecordingAtTheNextFile() throws IOException {
        Path out = folder.resolve("j");
        try (JournalWriter writer = JournalWriter.open(out, Long.MAX_VALUE)) {
            Files.delete(out);
            writer.offer(SampleFrames.numbered(1));
            await().until(() -> !writer.status().recording());

            assertThat(writer.status().problem()).contains("cannot write", "no such file");
            assertThat(writer.status().lost()).isEqualTo(1);
        }
    }

    private static JsonLinesSink lines(Path out) throws IOException {
        return new JsonLinesSink(FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }
}
