package io.faultline.venue.bybit;

import io.faultline.venue.DecoderFuzzContract;

class BybitFuzzTest extends DecoderFuzzContract {
    BybitFuzzTest() {
        super("abpuvsTSi", BybitDecoder::new);
    }
}
