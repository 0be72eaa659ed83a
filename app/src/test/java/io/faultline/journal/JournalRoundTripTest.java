package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.Captures;
import io.faultline.market.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRoundTripTest {
    private final Path folder;

    JournalRoundTripTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.jsonl.gz", "blocks"})
    void everyKindOfFrameComesBackAsItWas(String name) throws IOException {
        List<Frame> frames = SampleFrames.allKinds("binance");
        Path journal = folder.resolve(name);

        SampleFrames.write(journal, frames);

        try (JournalReader reader = JournalReader.open(List.of(journal))) {
            assertThat(SampleFrames.rest(reader)).isEqualTo(frames);
            JournalReport report = reader.report();
            assertThat(report.problems()).isEmpty();
            assertThat(report.truncatedTail()).isFalse();
            assertThat(report.wholeFrames()).isEqualTo(frames.size());
            assertThat(report.firstNanos()).isEqualTo(SampleFrames.START);
            assertThat(report.lastNanos()).isEqualTo(SampleFrames.START + 9);
            assertThat(report.bytes()).isEqualTo(size(journal));
        }
    }

    private static long size(Path journal) throws IOException {
        try (Stream<Path> files = Files.walk(journal)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.jsonl.gz", "blocks"})
    void aFrameOfTenMegabytesComesBack(String name) throws JournalException {
        String text = "{\"a\":\"é\\\\\"}".repeat(1_000_000);
        assertThat(text.length()).isGreaterThan(10_000_000);
        Frame large = new Frame(SampleFrames.START, "okx", Frame.Kind.WS, "", "books", text);
        Path journal = folder.resolve(name);

        SampleFrames.write(journal, List.of(large, SampleFrames.numbered(1)));

        assertThat(SampleFrames.read(journal)).containsExactlyInAnyOrder(large, SampleFrames.numbered(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy.jsonl.gz", "copy"})
    void aCaptureCopiedIsTheCaptureAgain(String name) throws JournalException {
        List<Frame> capture = SampleFrames.read(Captures.file("cryptofeed-binance-usdm-20210722/capture.jsonl.gz"));
        Path journal = folder.resolve(name);

        SampleFrames.write(journal, capture);

        assertThat(SampleFrames.read(journal)).isEqualTo(capture);
    }

    @Test
    void writesOneBlockFileAVenueAndHour() throws IOException {
        long hour = 3_600_000_000_000L;
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (String venue : List.of("binance", "bybit")) {
                frames.add(
                        new Frame(SampleFrames.START + i * hour, venue, Frame.Kind.WS, "", "t", "{\"i\":" + i + "}"));
            }
        }
        Frame clockSetBack = new Frame(SampleFrames.START + hour, "binance", Frame.Kind.WS, "", "t", "late");
        frames.add(clockSetBack);

        SampleFrames.write(folder.resolve("j"), frames);

        try (Stream<Path> files = Files.list(folder.resolve("j"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "binance-20240808T23Z-000.journal",
                            "binance-20240809T00Z-000.journal",
                            "binance-20240809T01Z-000.journal",
                            "bybit-20240808T23Z-000.journal",
                            "bybit-20240809T00Z-000.journal",
                            "bybit-20240809T01Z-000.journal");
        }
        List<Frame> back = SampleFrames.read(folder.resolve("j"));
        assertThat(back).containsExactlyInAnyOrderElementsOf(frames);
        assertThat(back.stream().filter(frame -> frame.venue().equals("binance")))
                .containsExactlyElementsOf(frames.stream()
                        .filter(frame -> frame.venue().equals("binance"))
                        .toList());
    }
}
