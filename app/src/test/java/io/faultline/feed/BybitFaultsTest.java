package io.faultline.feed;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.bybit.BybitEndpoints;
import java.net.URI;

class BybitFaultsTest extends VenueFaultsContract {
    BybitFaultsTest() {
        super(Venue.BYBIT, false);
    }

    @Override
    VenueAdapter adapter(URI rest, URI websocket) {
        return new BybitAdapter(new BybitEndpoints(rest, websocket));
    }
}
