package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.venue.FrameDecoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames of our own, in the shapes of the venue's documents and of recorded ones. */
final class Frames {
    private Frames() {}

    static FrameDecoding decoding() {
        return new FrameDecoding("dydx", new DydxDecoder(new BookDelta.Pool(4)));
    }

    static List<Frame> all() throws IOException {
        try (InputStream in = Frames.class.getResourceAsStream("frames.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(Frames::frame)
                    .toList();
        }
    }

    private static Frame frame(JsonObject line) {
        boolean rest = line.has("url");
        return new Frame(
                FrameDecoding.RECEIVED,
                "dydx",
                rest ? Frame.Kind.REST : Frame.Kind.WS,
                rest ? "" : "public",
                rest ? line.get("url").getAsString() : "",
                line.get("raw").getAsString());
    }
}
