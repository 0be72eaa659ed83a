package io.faultline.venue.binance;

import io.faultline.venue.DecoderFuzzContract;

class BinanceFuzzTest extends DecoderFuzzContract {
    BinanceFuzzTest() {
        super("abpuUsTSz", BinanceDecoder::new);
    }
}
