package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a journal when its recorder is killed, the disk fills or bits rot. */
class TornJournalTest {
    private final Path folder;

    TornJournalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            frames.add(SampleFrames.numbered(i));
        }
        return frames;
    }

    @Test
    void plainLinesCutAnywhereGiveEveryWholeLine() throws IOException {
        Path packed = folder.resolve("small.jsonl.gz");
        SampleFrames.write(packed, frames());
        byte[] bytes = unpacked(Files.readAllBytes(packed));
        for (int cut = 1; cut < bytes.length; cut++) {
            Path torn = write("cut.jsonl", bytes, cut);
            int lines = (int) new String(bytes, 0, cut, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith("\"}"))
                    .count();
            boolean half = bytes[cut - 1] != '\n' && bytes[cut] != '\n';
            assertCut(torn, lines, half, "cut at " + cut);
        }
    }

    @Test
    void packedLinesCutAnywhereGiveEveryWholeLineThatCanBeUnpacked() throws IOException {
        Path whole = folder.resolve("small.jsonl.gz");
        try (var sink =
                new JsonLinesSink(FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            for (Frame frame : frames()) {
                sink.write(frame);
                sink.flush();
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        int previous = 0;
        for (int cut = 1; cut < bytes.length; cut++) {
            Path torn = write("cut.jsonl.gz", bytes, cut);
            int lines = (int) new String(unpacked(bytes, cut), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith("\"}"))
                    .count();
            assertThat(lines).isGreaterThanOrEqualTo(previous);
            previous = lines;
            assertCut(torn, lines, true, "cut at " + cut);
        }
        assertThat(previous).isEqualTo(frames().size());
    }

    @Test
    void blocksCutAnywhereGiveEveryWholeBlock() throws IOException {
        Path whole = folder.resolve("whole");
        List<Integer> ends = new ArrayList<>();
        try (BlockFolderSink sink = new BlockFolderSink(whole)) {
            for (int i = 0; i < frames().size(); i++) {
                sink.write(frames().get(i));
                if (i % 3 == 2) {
                    sink.flush();
                    ends.add((int) sink.bytes());
                }
            }
            sink.flush();
            ends.add((int) sink.bytes());
        }
        byte[] bytes = Files.readAllBytes(onlyFile(whole));
        for (int cut = 1; cut < bytes.length; cut++) {
            int at = cut;
            int blocks = (int) ends.stream().filter(end -> end <= at).count();
            assertCut(write("cut.journal", bytes, cut), Math.min(8, 3 * blocks), true, "cut at " + cut);
        }
        assertCut(write("cut.journal", bytes, bytes.length), 8, false, "not cut");
    }

    private void assertCut(Path journal, int frames, boolean truncated, String what) throws JournalException {
        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader)).as(what).isEqualTo(frames().subList(0, frames));
            assertThat(reader.report().truncatedTail()).as(what).isEqualTo(truncated);
            assertThat(reader.report().badLines()).as(what).isZero();
            if (truncated) {
                assertThat(reader.report().problems())
                        .as(what)
                        .singleElement()
                        .asString()
                        .contains(journal.toString(), "after " + frames + " whole frames");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFlippedByteInABlockFileCutsItThere(long seed) throws IOException {
        Path whole = folder.resolve("whole");
        try (BlockFolderSink sink = new BlockFolderSink(whole)) {
            for (Frame frame : frames()) {
                sink.write(frame);
                sink.flush();
            }
        }
        byte[] bytes = Files.readAllBytes(onlyFile(whole));
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] flipped = bytes.clone();
            int at = random.nextInt(bytes.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            String what = "seed " + seed + ", flip " + i + " at byte " + at;
            Path journal = write("flipped.journal", flipped, flipped.length);
            try (JournalReader reader = JournalReader.open(List.of(journal))) {
                List<Frame> left = SampleFrames.rest(reader);
                assertThat(left).as(what).isEqualTo(frames().subList(0, left.size()));
                assertThat(reader.report().truncatedTail()).as(what).isTrue();
                assertThat(reader.report().problems().get(0)).as(what).contains("at byte");
            } catch (JournalException e) {
                assertThat(at).as(what).isLessThan(31);
                assertThat(e).as(what).hasMessageContaining(journal.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFlippedByteInPackedLinesIsNoticedWhenItChangesAnything(long seed) throws IOException {
        Path whole = folder.resolve("whole.jsonl.gz");
        SampleFrames.write(whole, frames());
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] flipped = bytes.clone();
            int at = 10 + random.nextInt(bytes.length - 10);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            String what = "seed " + seed + ", flip " + i + " at byte " + at;
            Path journal = write("flipped.jsonl.gz", flipped, flipped.length);
            try (JournalReader reader = JournalReader.open(List.of(journal))) {
                List<Frame> left = SampleFrames.rest(reader);
                if (reader.report().problems().isEmpty()) {
                    // A bit of padding: the data are what was written.
                    assertThat(left).as(what).isEqualTo(frames());
                }
            } catch (JournalException e) {
                assertThat(e).as(what).hasMessageContaining(journal.toString());
            }
        }
    }

    @Test
    void aFolderWithAFileThatWasNeverWrittenStillReads() throws IOException {
        SampleFrames.write(folder.resolve("j"), frames());
        Path stub = Files.createFile(folder.resolve("j/binance-20240809T00Z-000.journal"));

        try (JournalReader reader = JournalReader.open(List.of(folder.resolve("j")))) {
            assertThat(SampleFrames.rest(reader)).isEqualTo(frames());
            assertThat(reader.report().truncatedTail()).isTrue();
            assertThat(reader.report().problems()).singleElement().asString().contains(stub.toString());
        }
    }

    @Test
    void aNewerVersionIsRefusedByName() throws IOException {
        SampleFrames.write(folder.resolve("j"), frames());
        byte[] bytes = Files.readAllBytes(onlyFile(folder.resolve("j")));
        ByteBuffer.wrap(bytes).putShort(8, (short) 2);

        Path journal = write("newer.journal", bytes, bytes.length);

        assertThatThrownBy(() -> JournalReader.open(List.of(journal)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(journal + ": written in version 2");
    }

    private Path write(String name, byte[] bytes, int length) throws IOException {
        return Files.write(folder.resolve(name), Arrays.copyOf(bytes, length));
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        return unpacked(packed, packed.length);
    }

    /** By the JDK's own stream, octet by octet, so that all that can be unpacked comes out. */
    private static byte[] unpacked(byte[] packed, int length) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed, 0, length))) {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                out.write(octet);
            }
        } catch (EOFException e) {
            assertThat(length).isLessThan(packed.length);
        }
        return out.toByteArray();
    }
}
