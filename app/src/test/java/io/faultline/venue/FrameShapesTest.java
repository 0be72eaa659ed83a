package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.venue.binance.BinanceDecoder;
import io.faultline.venue.bitget.BitgetDecoder;
import io.faultline.venue.bybit.BybitDecoder;
import io.faultline.venue.dydx.DydxDecoder;
import io.faultline.venue.okx.OkxDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a frame means does not depend on how its JSON happens to be written; venues change that without a word. */
class FrameShapesTest {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    static Stream<String> venues() {
        return Stream.of("binance", "bybit", "okx", "bitget", "dydx");
    }

    @ParameterizedTest
    @MethodSource("venues")
    void readsFieldsInAnyOrder(String venue) throws IOException {
        check(venue, FrameShapesTest::reversed);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void passesOverFieldsThatItDoesNotKnow(String venue) throws IOException {
        check(venue, FrameShapesTest::withUnknownFields);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void readsNumbersInQuotesOrWithout(String venue) throws IOException {
        check(venue, FrameShapesTest::withoutQuotes);
        check(venue, FrameShapesTest::withQuotes);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void neverFailsForANullOrAnEmptyText(String venue) throws IOException {
        for (Frame frame : frames(venue)) {
            if (frame.text().startsWith("{") || frame.text().startsWith("[")) {
                JsonElement whole = JsonParser.parseString(frame.text());
                for (int place = 0; place < leaves(whole); place++) {
                    told(venue, frame, replaced(whole, place, JsonNull.INSTANCE));
                    told(venue, frame, replaced(whole, place, new JsonPrimitive("")));
                    told(venue, frame, replaced(whole, place, new JsonArray()));
                }
            }
        }
    }

    private static void check(String venue, UnaryOperator<JsonElement> written) throws IOException {
        for (Frame frame : frames(venue)) {
            if (frame.text().startsWith("{") || frame.text().startsWith("[")) {
                JsonElement plain = JsonParser.parseString(frame.text());
                assertThat(told(venue, frame, written.apply(plain)))
                        .as("%s", frame)
                        .isEqualTo(told(venue, frame, plain));
            }
        }
    }

    /** Each with a decoder of its own, which knows nothing of the others. */
    private static Told told(String venue, Frame frame, JsonElement text) {
        FrameDecoding decoding = new FrameDecoding(venue, decoder(venue));
        Decoded outcome = decoding.decode(new Frame(
                frame.receivedNanos(), venue, frame.kind(), frame.connection(), frame.topic(), text.toString()));
        return new Told(outcome, decoding.events().stream().sorted().toList());
    }

    /** @param events sorted: some frames name their contracts as fields, whose order means nothing either */
    private record Told(Decoded outcome, List<String> events) {}

    private static FrameDecoder decoder(String venue) {
        BookDelta.Pool pool = new BookDelta.Pool(4);
        return switch (venue) {
            case "binance" -> new BinanceDecoder(pool);
            case "bybit" -> new BybitDecoder(pool);
            case "okx" -> new OkxDecoder(pool);
            case "bitget" -> new BitgetDecoder(pool);
            default -> new DydxDecoder(pool);
        };
    }

    private static List<Frame> frames(String venue) throws IOException {
        try (InputStream in = FrameShapesTest.class.getResourceAsStream(venue + "/frames.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(line -> frame(venue, line))
                    .toList();
        }
    }

    private static Frame frame(String venue, JsonObject line) {
        boolean rest = line.has("url") || line.has("kind");
        String topic = line.has("url") ? line.get("url").getAsString() : "";
        return new Frame(
                FrameDecoding.RECEIVED,
                venue,
                rest ? Frame.Kind.REST : Frame.Kind.WS,
                "public",
                line.has("topic") ? line.get("topic").getAsString() : topic,
                line.get("raw").getAsString());
    }

    private static JsonElement reversed(JsonElement element) {
        List<Map.Entry<String, JsonElement>> entries = new ArrayList<>();
        return map(element, FrameShapesTest::reversed, object -> {
            entries.clear();
            entries.addAll(object.entrySet());
            Collections.reverse(entries);
            JsonObject back = new JsonObject();
            entries.forEach(entry -> back.add(entry.getKey(), entry.getValue()));
            return back;
        });
    }

    private static JsonElement withUnknownFields(JsonElement element) {
        return map(element, FrameShapesTest::withUnknownFields, object -> {
            JsonObject more = new JsonObject();
            more.add("zz first", JsonParser.parseString("{\"b\":[1,{\"s\":\"x\"}],\"data\":null}"));
            object.entrySet().forEach(entry -> more.add(entry.getKey(), entry.getValue()));
            more.addProperty("zz last", 1e-7);
            return more;
        });
    }

    private static JsonElement withoutQuotes(JsonElement element) {
        if (element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString()
                && NUMBER.matcher(element.getAsString()).matches()) {
            return new JsonPrimitive(new LazilyParsedNumber(element.getAsString()));
        }
        return map(element, FrameShapesTest::withoutQuotes, object -> object);
    }

    private static JsonElement withQuotes(JsonElement element) {
        if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
            return new JsonPrimitive(element.getAsString());
        }
        return map(element, FrameShapesTest::withQuotes, object -> object);
    }

    private static JsonElement map(
            JsonElement element, UnaryOperator<JsonElement> each, UnaryOperator<JsonObject> whole) {
        if (element.isJsonArray()) {
            JsonArray mapped = new JsonArray();
            element.getAsJsonArray().forEach(part -> mapped.add(each.apply(part)));
            return mapped;
        }
        if (element.isJsonObject()) {
            JsonObject mapped = new JsonObject();
            element.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> mapped.add(entry.getKey(), each.apply(entry.getValue())));
            return whole.apply(mapped);
        }
        return element;
    }

    private static int leaves(JsonElement element) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream()
                    .mapToInt(FrameShapesTest::leaves)
                    .sum();
        }
        if (element.isJsonObject()) {
            return element.getAsJsonObject().asMap().values().stream()
                    .mapToInt(FrameShapesTest::leaves)
                    .sum();
        }
        return 1;
    }

    private static JsonElement replaced(JsonElement element, int place, JsonElement by) {
        int[] left = {place};
        return replaced(element, left, by);
    }

    private static JsonElement replaced(JsonElement element, int[] left, JsonElement by) {
        if (!element.isJsonArray() && !element.isJsonObject()) {
            return left[0]-- == 0 ? by : element;
        }
        return map(element, part -> replaced(part, left, by), object -> object);
    }
}
