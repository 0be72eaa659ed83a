package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookDelta;
import io.faultline.market.Venue;
import io.faultline.venue.binance.BinanceDecoder;
import io.faultline.venue.bitget.BitgetDecoder;
import io.faultline.venue.bybit.BybitDecoder;
import io.faultline.venue.okx.OkxDecoder;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every frame that was ever recorded, whatever market or protocol it is of: none may be taken for a broken one. */
class CapturedFramesTest {
    @ParameterizedTest
    @CsvSource({
        "live-frames-2026/frames.jsonl.gz, binance, 10",
        "live-frames-2026/frames.jsonl.gz, bybit, 18",
        "live-frames-2026/frames.jsonl.gz, okx, 14",
        "live-frames-2026/frames.jsonl.gz, bitget, 15",
        "tardis-frames/binance.jsonl.gz, binance, 30",
        "tardis-frames/bybit.jsonl.gz, bybit, 64",
        "tardis-frames/okx.jsonl.gz, ok, 70",
        "tardis-frames/bitget.jsonl.gz, bitget, 32",
        "nautilus-fixtures/bybit.jsonl.gz, bybit, 14",
        "nautilus-fixtures/okx.jsonl.gz, okx, 17",
        "nautilus-fixtures/binance-usdm.jsonl.gz, binance, 36",
        "cryptofeed-bitget-mix-v1-20220407/capture.jsonl.gz, bitget, 478",
        "cryptofeed-bybit-linear-legacy-20210417/capture.jsonl.gz, bybit, 3360"
    })
    void takesNoFrameForABrokenOne(String file, String venue, int frames) throws IOException {
        Predicate<String> ours = name -> name.startsWith(venue);
        List<CapturedFrames> captured = CapturedFrames.ofLines(file, ours, UnaryOperator.identity());

        assertThat(captured).hasSize(frames);
        for (CapturedFrames frame : captured) {
            // Each with a decoder of its own: they belong to no one session.
            assertThat(new FrameDecoding(venue, decoder(venue)).told(frame.kind(), frame.topic(), frame.text()))
                    .as("%s", frame)
                    .doesNotStartWith("REFUSED");
        }
    }

    /** Spot pairs have the names of linear contracts: only the journal's name for the market tells them apart. */
    @Test
    void knowsMarketsThatItDoesNotSpeakByTheirNames() throws IOException {
        assertThat(List.of("bybit-spot", "bybit-inverse", "bybit-option", "bitget-v2", "bitget-mix", "binance-coinm"))
                .allMatch(name -> Venue.ofJournalName(name).isEmpty());
        assertThat(CapturedFrames.told(
                        CapturedFrames.ofLines(
                                "live-frames-2026/frames.jsonl.gz", "bybit-inverse"::equals, UnaryOperator.identity()),
                        new FrameDecoding("bybit", decoder("bybit"))))
                .containsExactly("orderbook.1000.BTCUSD: IGNORED");
        assertThat(CapturedFrames.ofLines(
                        "live-frames-2026/frames.jsonl.gz", "bybit-spot"::equals, UnaryOperator.identity()))
                .hasSize(2);
    }

    private static FrameDecoder decoder(String venue) {
        BookDelta.Pool pool = new BookDelta.Pool(4);
        return switch (venue) {
            case "binance" -> new BinanceDecoder(pool);
            case "bybit" -> new BybitDecoder(pool);
            case "bitget" -> new BitgetDecoder(pool);
            default -> new OkxDecoder(pool);
        };
    }
}
