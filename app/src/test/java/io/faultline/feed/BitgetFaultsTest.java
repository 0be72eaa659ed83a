package io.faultline.feed;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.bitget.BitgetAdapter;
import io.faultline.venue.bitget.BitgetEndpoints;
import java.net.URI;

class BitgetFaultsTest extends VenueFaultsContract {
    BitgetFaultsTest() {
        super(Venue.BITGET, false);
    }

    @Override
    VenueAdapter adapter(URI rest, URI websocket) {
        return new BitgetAdapter(new BitgetEndpoints(rest, websocket));
    }
}
