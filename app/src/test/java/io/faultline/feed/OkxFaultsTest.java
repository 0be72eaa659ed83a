package io.faultline.feed;

import static io.faultline.feed.PracticeBench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.okx.OkxAdapter;
import io.faultline.venue.okx.OkxEndpoints;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OkxFaultsTest extends VenueFaultsContract {
    OkxFaultsTest() {
        super(Venue.OKX, false);
    }

    @Override
    VenueAdapter adapter(URI rest, URI websocket) {
        return new OkxAdapter(new OkxEndpoints(rest, websocket));
    }

    /** The venue has announced to stream none (exchanges.md 4.4). */
    @Test
    void joinsASnapshotThatItAsksForWhereTheStreamBringsNone() throws IOException {
        try (PracticeBench bench = new PracticeBench(
                        Venue.OKX, (rest, websocket) -> withoutStreamedSnapshots(adapter(rest, websocket)))
                .exact()) {
            assertThat(bench.all(BookSnapshot.class))
                    .allSatisfy(snapshot -> assertThat(snapshot.connection()).isEqualTo(BookSnapshot.REQUEST));
            bench.start(new Fault.Gap(PracticeBench.SYMBOL, 1)).end();
            until(() -> bench.book.resyncs() == 1);
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    /** Its notice comes a minute before it cuts (code 64008). */
    @Test
    void hasAnotherSocketInUseBeforeTheVenueClosesItsOwn() throws IOException {
        try (PracticeBench bench = new PracticeBench(Venue.OKX, this::adapter).exact()) {
            bench.during(
                    new Fault.Maintenance(),
                    () -> until(() -> bench.frames.stream()
                            .anyMatch(frame -> frame.kind() == Frame.Kind.WS_CLOSE
                                    && frame.text().contains("64008"))));
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.said(FeedStatus.State.MAINTENANCE)).isTrue();
            assertThat(bench.said(FeedStatus.State.LOST)).isFalse();
            assertThat(bench.book.resyncs()).isZero();
        }
    }

    private static VenueAdapter withoutStreamedSnapshots(VenueAdapter adapter) {
        return (VenueAdapter) Proxy.newProxyInstance(
                VenueAdapter.class.getClassLoader(),
                new Class<?>[] {VenueAdapter.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(adapter, arguments);
                    return answer instanceof FrameDecoder decoder ? withoutStreamedSnapshots(decoder) : answer;
                });
    }

    private static FrameDecoder withoutStreamedSnapshots(FrameDecoder decoder) {
        return (frame, sink) -> decoder.decode(frame, event -> {
            if (frame.kind() != Frame.Kind.WS || !(event instanceof BookSnapshot)) {
                sink.accept(event);
            }
        });
    }
}
