package io.faultline.feed;

import static io.faultline.feed.Bench.DEPTH;
import static io.faultline.feed.Bench.PUBLIC;
import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Frame;
import io.faultline.venue.FrameReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tap saw, read again. */
@Timeout(30)
class ReplayTest {
    @Test
    void givesTheSameBookThroughAGapAndACut() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().drop(DEPTH, 1);
            until(() -> bench.book.resyncs() == 1);
            bench.untilLive();
            bench.exchange.cut(PUBLIC);
            until(() -> bench.said("public", State.LOST));
            bench.untilLive();
            bench.feed.close();

            BookProbe replayed = new BookProbe(Bench.INSTRUMENT, SnapshotRequests.NONE);
            FrameReader reader = new FrameReader(bench.adapter, List.of(Bench.SYMBOL));
            for (Frame frame : bench.frames) {
                reader.read(frame, replayed::take);
            }
            assertThat(replayed.hashes()).isEqualTo(bench.book.hashes());
            assertThat(replayed.hash()).isEqualTo(bench.book.hash());
            assertThat(replayed.resyncs()).isEqualTo(bench.book.resyncs());
        }
    }
}
