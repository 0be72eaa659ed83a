package io.faultline.journal;

import io.faultline.market.Frame;
import io.faultline.market.Frame.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Frames to write, and the shortest ways to write and read them. */
final class SampleFrames {
    /** A 19-digit time, as real ones are, three and a half minutes before a full hour. */
    static final long START = 1_723_161_390_123_456_789L;

    private SampleFrames() {}

    /** Each kind of frame, with text that JSON, UTF-8 and line ends might trip over. */
    static List<Frame> allKinds(String venue) {
        return List.of(
                new Frame(START, venue, Kind.WS_OPEN, "public-1", "wss://venue/stream?a=1&b=\"2\"", ""),
                new Frame(START + 1, venue, Kind.WS_OUT, "public-1", "", "{\"op\":\"subscribe\"}"),
                new Frame(START + 2, venue, Kind.WS, "public-1", "btcusdt@depth", "{\"p\":\"1.20\",\"s\":\"\\\"\\n\"}"),
                new Frame(START + 2, venue, Kind.WS, "", "", ""),
                new Frame(
                        START + 3, venue, Kind.REST, "", "https://venue/depth?symbol=BTCUSDT", "{\n\t\"a\" : [ ]\r\n}"),
                new Frame(
                        START + 4,
                        venue,
                        Kind.WS,
                        "public-1",
                        "note",
                        "\u0000\u001f\u007f é 深度 \u2028 \uD83D\uDE80 </x>"),
                new Frame(START + 9, venue, Kind.WS_CLOSE, "public-1", "", "1006 connection reset"));
    }

    static Frame numbered(int number) {
        String text = "{\"u\":" + number + ",\"b\":[[\"61800.20\",\"" + number % 97 + "\"]]}";
        return new Frame(START + number * 1_000_000L, "binance", Kind.WS, "public", "btcusdt@depth@0ms", text);
    }

    static void write(Path out, List<Frame> frames) throws JournalException {
        try (JournalWriter writer = JournalWriter.open(out, Long.MAX_VALUE)) {
            frames.forEach(writer::offer);
        }
    }

    static List<Frame> read(Path... journals) throws JournalException {
        try (JournalReader reader = JournalReader.open(List.of(journals))) {
            return rest(reader);
        }
    }

    static List<Frame> rest(JournalReader reader) throws JournalException {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            frames.add(frame);
        }
        return frames;
    }
}
