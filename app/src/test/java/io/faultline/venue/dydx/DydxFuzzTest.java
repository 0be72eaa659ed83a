package io.faultline.venue.dydx;

import io.faultline.venue.DecoderFuzzContract;

class DydxFuzzTest extends DecoderFuzzContract {
    DydxFuzzTest() {
        super("abpuvsTSiqdUSLIE", DydxDecoder::new);
    }
}
