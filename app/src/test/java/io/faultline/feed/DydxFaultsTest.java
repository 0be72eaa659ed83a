package io.faultline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.dydx.DydxAdapter;
import io.faultline.venue.dydx.DydxEndpoints;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DydxFaultsTest extends VenueFaultsContract {
    DydxFaultsTest() {
        super(Venue.DYDX, false);
    }

    @Override
    VenueAdapter adapter(URI rest, URI websocket) {
        return new DydxAdapter(new DydxEndpoints(rest, websocket));
    }

    @Test
    void goesOnThroughMessagesThatComeTwice() throws IOException {
        try (PracticeBench bench = new PracticeBench(Venue.DYDX, this::adapter).exact()) {
            bench.start(new Fault.Duplicates(PracticeBench.SYMBOL, 3)).end();
            bench.untilExact();
            assertThat(bench.book.resyncs()).isZero();
        }
    }
}
