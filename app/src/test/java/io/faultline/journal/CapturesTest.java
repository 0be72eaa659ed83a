package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.Captures;
import io.faultline.market.Frame;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapturesTest {
    @ParameterizedTest
    @CsvSource({
        "binance-usdm-btcusdt-20220811/capture.jsonl.gz, 1533",
        "binance-usdm-btcusdt-20240808, 93954",
        "cryptofeed-binance-usdm-20210722/capture.jsonl.gz, 1541",
        "cryptofeed-bitget-mix-v1-20220407/capture.jsonl.gz, 478",
        "cryptofeed-bybit-linear-legacy-20210417/capture.jsonl.gz, 3360",
        "cryptofeed-okx-books-20220513/capture.jsonl.gz, 419",
        "live-frames-2026/frames.jsonl.gz, 57",
        "nautilus-bybit-xrpusdt-ob500-20241201/capture.jsonl.gz, 50",
        "nautilus-fixtures, 67",
        "tardis-frames, 196"
    })
    void readsEveryFrameOfACapture(String capture, long frames) throws JournalException {
        try (JournalReader reader = JournalReader.open(List.of(Captures.file(capture)))) {
            Frame frame;
            long count = 0;
            while ((frame = reader.next()) != null) {
                assertThat(frame.venue()).isNotEmpty();
                count++;
            }
            JournalReport report = reader.report();
            assertThat(count).isEqualTo(frames).isEqualTo(report.wholeFrames());
            assertThat(report.truncatedTail()).isFalse();
            assertThat(report.problems()).isEmpty();
        }
    }
}
