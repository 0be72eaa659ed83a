package io.faultline.venue.bitget;

import io.faultline.venue.DecoderFuzzContract;

class BitgetFuzzTest extends DecoderFuzzContract {
    BitgetFuzzTest() {
        super("abpuvsTSiqd", BitgetDecoder::new);
    }
}
