package io.faultline.venue.okx;

import io.faultline.venue.DecoderFuzzContract;

class OkxFuzzTest extends DecoderFuzzContract {
    OkxFuzzTest() {
        super("absdkpixzq", OkxDecoder::new);
    }
}
