package io.faultline.venue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import io.faultline.market.Frame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * Single frames that others recorded, or copied from the venues' documents.
 *
 * @param name what the file calls it, else its topic or URL
 * @param topic of a frame of a socket the topic, else the URL
 */
public record CapturedFrames(String name, Frame.Kind kind, String topic, String text) {
    /** Those of a protocol sheet. */
    public static List<CapturedFrames> ofSheet(String venue, UnaryOperator<String> url) throws IOException {
        List<CapturedFrames> frames = new ArrayList<>();
        String text = Files.readString(Captures.file("live_frames/" + venue + ".json"));
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("frames")) {
            JsonObject frame = element.getAsJsonObject();
            String name = frame.get("name").getAsString();
            boolean rest = frame.get("kind").getAsString().equals("rest");
            boolean out = frame.get("dir").getAsString().equals("out");
            JsonElement raw = frame.get("frame");
            frames.add(new CapturedFrames(
                    name,
                    rest ? Frame.Kind.REST : out ? Frame.Kind.WS_OUT : Frame.Kind.WS,
                    rest ? url.apply(name) : "",
                    raw.isJsonPrimitive() ? raw.getAsString() : raw.toString()));
        }
        return frames;
    }

    /** Those of a file of lines, of the venues that are wanted. */
    public static List<CapturedFrames> ofLines(String file, Predicate<String> wanted, UnaryOperator<String> url)
            throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Captures.file(file))), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .filter(line -> wanted.test(line.get("venue").getAsString()))
                    .map(line -> of(line, url))
                    .toList();
        }
    }

    private static CapturedFrames of(JsonObject line, UnaryOperator<String> url) {
        Frame.Kind kind = Frame.Kind.valueOf(line.get("dir").getAsString().toUpperCase(Locale.ROOT));
        boolean rest = kind == Frame.Kind.REST;
        JsonElement named = line.get(line.has("topic") ? "topic" : "url");
        String name = named == null || named.isJsonNull() ? "" : named.getAsString();
        return new CapturedFrames(
                name, kind, rest ? url.apply(name) : name, line.get("raw").getAsString());
    }

    /** What the decoder says of them, one line each. */
    public static List<String> told(List<CapturedFrames> frames, FrameDecoding decoding) {
        return frames.stream()
                .map(frame -> frame.name + ": " + decoding.told(frame.kind, frame.topic, frame.text))
                .toList();
    }
}
