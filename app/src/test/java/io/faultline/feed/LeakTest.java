package io.faultline.feed;

import static io.faultline.feed.Bench.MARKET;
import static io.faultline.feed.Bench.PUBLIC;
import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus.State;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left of a feed after it was closed. */
@Timeout(60)
class LeakTest {
    @Test
    void leavesNoThreadAndNoSocketBehind() throws IOException {
        List<String> before = threads();
        for (int i = 0; i < 3; i++) {
            try (Bench bench = new Bench().live()) {
                bench.exchange.freeze(PUBLIC);
                bench.exchange.cut(MARKET);
                until(() -> bench.said("market", State.LOST));
                long start = System.nanoTime();
                bench.feed.close();
                assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
                int events = bench.events.size();
                until(() -> bench.exchange.clients(PUBLIC) + bench.exchange.clients(MARKET) == 0);
                assertThat(bench.events).hasSize(events);
            }
        }
        until(() -> {
            System.gc(); // a JDK 17 HttpClient ends its selector when it is collected
            return before.containsAll(threads());
        });
    }

    @Test
    void closesWhileItConnects() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.refuseConnections();
            bench.start();
            until(() -> bench.said("rest", State.ERROR));
            bench.feed.close();
            int events = bench.events.size();
            bench.feed.close();
            assertThat(bench.events).hasSize(events);
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("feed-")
                        || name.startsWith("practice-")
                        || name.startsWith("WebSocket")
                        || name.startsWith("HttpClient"))
                .toList();
    }
}
