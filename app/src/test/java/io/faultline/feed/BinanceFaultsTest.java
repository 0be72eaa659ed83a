package io.faultline.feed;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.net.URI;

class BinanceFaultsTest extends VenueFaultsContract {
    BinanceFaultsTest() {
        super(Venue.BINANCE, true);
    }

    @Override
    VenueAdapter adapter(URI rest, URI websocket) {
        return new BinanceAdapter(new BinanceEndpoints(rest, websocket));
    }
}
