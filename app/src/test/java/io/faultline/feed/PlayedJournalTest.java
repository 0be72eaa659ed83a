package io.faultline.feed;

import static io.faultline.feed.Bench.DEPTH;
import static io.faultline.feed.Bench.PUBLIC;
import static io.faultline.feed.Bench.SYMBOL;
import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.Captures;
import io.faultline.journal.JournalReader;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Trade;
import io.faultline.practice.LoopbackExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real market played back over real sockets. Snapshots hold 1 000 levels a side, so books agree near the price. */
@Timeout(60)
class PlayedJournalTest {
    private static final int DEPTH_COMPARED = 100;

    @Test
    void followsACapturedMarketThroughAGapAndACut() throws IOException {
        Path capture = Captures.btcusdt();
        try (JournalReader journal = JournalReader.open(List.of(capture));
                Bench bench = new Bench(LoopbackExchange.playing(journal, SYMBOL, 10), Duration.ofHours(23)).live()) {
            until(() -> bench.book.applied() > 100);
            assertTopIsTrue(bench);
            bench.exchange.faults().drop(DEPTH, 1);
            until(() -> bench.book.resyncs() == 1);
            bench.untilLive();
            assertTopIsTrue(bench);
            bench.exchange.cut(PUBLIC);
            until(() -> bench.said("public", State.LOST));
            bench.untilLive();
            assertTopIsTrue(bench);
            assertThat(bench.has(Trade.class)).isTrue();
        }
    }

    private static void assertTopIsTrue(Bench bench) {
        Map.Entry<Long, String> top = bench.book.top(DEPTH_COMPARED);
        assertThat(top.getValue()).isEqualTo(bench.exchange.trueLevels(SYMBOL, top.getKey(), DEPTH_COMPARED));
    }
}
