package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalReaderTest {
    private final Path folder;

    JournalReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String line(String time, String raw) {
        return "{\"t\":" + time + ",\"venue\":\"okx\",\"dir\":\"ws\",\"topic\":\"books\",\"raw\":\"" + raw + "\"}\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> texts(Path... journals) throws JournalException {
        return SampleFrames.read(journals).stream().map(Frame::text).toList();
    }

    @Test
    void mergesFilesByReceiveTimeAndTiesByTheOrderNamed() throws IOException {
        Path first = file("b.jsonl", line("10", "b10") + line("30", "b30") + line("30", "b30'") + line("20", "b20"));
        Path second = file("a.jsonl", line("5", "a5") + line("10", "a10") + line("25", "a25") + line("40", "a40"));

        assertThat(texts(first, second)).containsExactly("a5", "b10", "a10", "a25", "b30", "b30'", "b20", "a40");
        assertThat(texts(second, first)).containsExactly("a5", "a10", "b10", "a25", "b30", "b30'", "b20", "a40");
        assertThat(texts(folder)).isEqualTo(texts(second, first));
    }

    @Test
    void framesWithoutTimeKeepTheirPlaceInTheFile() throws IOException {
        Path journal = file("j.jsonl", line("null", "first") + line("7", "timed") + line("null", "after"));
        Path single = file("s.jsonl", line("null", "single").replace("\"t\":null,", ""));

        assertThat(SampleFrames.read(journal).stream().map(Frame::receivedNanos))
                .containsExactly(0L, 7L, 7L);
        assertThat(texts(journal, single)).containsExactly("first", "single", "timed", "after");
        try (JournalReader reader = JournalReader.open(List.of(journal, single))) {
            SampleFrames.rest(reader);
            assertThat(reader.report().firstNanos()).isEqualTo(7);
        }
    }

    @Test
    void skipsABadLineCountsItAndNamesIt() throws IOException {
        String[] bad = {
            line("1", "x").replace("ws", "fax"),
            line("\"1\"", "x"),
            line("1.5", "x"),
            line("1e400", "x"),
            line("99999999999999999999", "x"),
            line("1", "x").replace("\"okx\"", "7"),
            line("1", "x").replace("raw", "rawer"),
            line("1", "x").replace("}", "} {}"),
            "[]\n",
            "null\n",
            "{\"t\":1,\n",
            line("1", "\\x"),
            line("1", "lost").replace("\"ws\"", "\"lost\""),
            line("1", "-5").replace("\"ws\"", "\"lost\""),
            line("1", "9223372036854775807").replace("\"ws\"", "\"lost\""),
        };
        Path journal = file("j.jsonl", line("1", "before") + String.join("", bad) + line("2", "after"));

        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader).stream().map(Frame::text)).containsExactly("before", "after");
            JournalReport report = reader.report();
            assertThat(report.badLines()).isEqualTo(bad.length);
            assertThat(report.truncatedTail()).isFalse();
            assertThat(report.problems()).hasSize(bad.length);
            for (int i = 0; i < bad.length; i++) {
                assertThat(report.problems().get(i)).startsWith(journal + ", line " + (i + 2) + ": skipped, it");
            }
        }
    }

    @Test
    void takesNullForAKeyThatMayBeAbsent() throws IOException {
        String line =
                "{\"t\":null,\"venue\":\"okx\",\"dir\":\"ws\",\"conn\":null,\"topic\":null,\"url\":null,\"raw\":\"a\"}";

        assertThat(SampleFrames.read(file("j.jsonl", line + "\n")))
                .containsExactly(new Frame(0, "okx", Frame.Kind.WS, "", "", "a"));
    }

    @Test
    void skipsALineThatIsNotUtf8() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(line("1", "é").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(line("2", "é").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(line("3", "深").getBytes(StandardCharsets.UTF_8));
        Path journal = Files.write(folder.resolve("j.jsonl"), bytes.toByteArray());

        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader).stream().map(Frame::text)).containsExactly("é", "深");
            assertThat(reader.report().problems())
                    .singleElement()
                    .asString()
                    .contains("line 2: skipped, it is not UTF-8");
        }
    }

    @Test
    void skipsALineOf64MegabytesWithoutHoldingIt() throws IOException {
        Path journal = folder.resolve("large.jsonl.gz");
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(journal))) {
            out.write(line("1", "before").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 64; i++) {
                out.write(megabyte);
            }
            out.write('\n');
            out.write(line("2", "after").getBytes(StandardCharsets.US_ASCII));
        }

        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader).stream().map(Frame::text)).containsExactly("before", "after");
            assertThat(reader.report().problems()).singleElement().asString().contains("line 2", "longer than 32 MB");
        }
    }

    @Test
    void readsALastLineWithoutLineFeed() throws IOException {
        Path journal = file("j.jsonl", line("1", "a") + line("2", "b").strip());

        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader)).hasSize(2);
            assertThat(reader.report().truncatedTail()).isFalse();
        }
    }

    @Test
    void readsGzipMembersOneAfterAnotherAndNoticesWhatFollowsThem() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : List.of(line("1", "a"), line("2", "b"))) {
            try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
                member.write(text.getBytes(StandardCharsets.US_ASCII));
            }
        }
        Path journal = Files.write(folder.resolve("j.jsonl.gz"), bytes.toByteArray());
        assertThat(texts(journal)).containsExactly("a", "b");

        bytes.write(new byte[8]);
        Files.write(journal, bytes.toByteArray());
        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader)).hasSize(2);
            assertThat(reader.report().problems()).singleElement().asString().contains("other data");
        }
    }

    @Test
    void tellsTheFormByTheContentNotTheName() throws IOException {
        Path packed = folder.resolve("packed.jsonl.gz");
        SampleFrames.write(packed, List.of(SampleFrames.numbered(1)));
        Path misnamed = Files.move(packed, folder.resolve("picture.png"));
        Path plain = file("plain.jsonl.gz", line("1", "a"));

        assertThat(SampleFrames.read(misnamed)).containsExactly(SampleFrames.numbered(1));
        assertThat(texts(plain)).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "missing.jsonl | | missing.jsonl: no such file",
                "empty.jsonl | `` | empty.jsonl: the file is empty",
                "notes.txt | Dear diary | notes.txt: not a journal",
                "table.json | {\"a\":1} | table.json: the file holds no frame",
                "printed.json | `{\n \"a\": [\n  1,\n  2\n ]\n}` | printed.json: the file holds no frame",
                "blank.jsonl | `   ` | blank.jsonl: not a journal"
            })
    void refusesWhatIsNoJournalAndNamesIt(String name, String content, String message) throws IOException {
        if (content != null) {
            file(name, content);
        }

        assertThatThrownBy(() -> JournalReader.open(List.of(folder.resolve(name))))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFolderWithoutJournals() throws IOException {
        file("readme.md", "{}");
        Files.createDirectory(folder.resolve("nested.jsonl"));

        assertThatThrownBy(() -> JournalReader.open(List.of(folder)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(folder + ": the folder holds no journal");
        assertThatThrownBy(() -> JournalReader.open(List.of())).isInstanceOf(JournalException.class);
    }
}
