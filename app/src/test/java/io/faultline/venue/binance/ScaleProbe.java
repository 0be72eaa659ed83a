package io.faultline.venue.binance;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;

/** Looks at the scales of the last delta that a decoder made. */
final class ScaleProbe {
    private final BinanceDecoder decoder = new BinanceDecoder(new BookDelta.Pool(1));
    private String scales = "";

    Decoded rest(String url, String body) {
        return decode(Frame.Kind.REST, url, body);
    }

    Decoded bids(String bid) {
        return decode(Frame.Kind.WS, "", BinanceDecoderTest.depth(bid));
    }

    private Decoded decode(Frame.Kind kind, String topic, String text) {
        return decoder.decode(new Frame(Decoding.RECEIVED, "binance", kind, "", topic, text), this::look);
    }

    private void look(MarketEvent event) {
        if (event instanceof BookDelta delta) {
            scales = delta.priceScale() + " " + delta.sizeScale();
            delta.release();
        }
    }

    /** Decimals of price and size. */
    String scales() {
        return scales;
    }
}
