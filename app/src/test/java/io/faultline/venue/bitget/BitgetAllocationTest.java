package io.faultline.venue.bitget;

import io.faultline.market.BookDelta;
import io.faultline.venue.DecodingAllocations;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitgetAllocationTest {
    @Test
    void decodesBookFramesWithoutMakingObjects() {
        String levels = IntStream.range(0, 40)
                .mapToObj(i -> "[\"617" + (10 + i) + ".10\",\"" + i + ".500\"]")
                .collect(Collectors.joining(","));
        DecodingAllocations.none(
                new BitgetDecoder(new BookDelta.Pool(4)),
                "bitget",
                "{\"action\":\"update\",\"arg\":{\"instType\":\"usdt-futures\",\"topic\":\"books\",\"symbol\":\"BTCUSDT\"},"
                        + "\"data\":[{\"a\":[" + levels + "],\"b\":[" + levels
                        + "],\"seq\":1352182127898370048,\"pseq\":1352182127478939650,\"ts\":\"1790000000058\"}],"
                        + "\"ts\":1790000000060}",
                80);
    }
}
