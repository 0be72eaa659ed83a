package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What every venue's decoder stands: its frames, which lie beside the test in {@code frames.jsonl}, with random damage
 * are understood, ignored or refused; nothing is thrown, nothing half passed on, nothing kept back.
 */
public abstract class DecoderFuzzContract {
    private static final int FRAMES = 100_000;
    private static final String SYNTAX = "{}[]\",:0123456789.eE+-\\u\0\n\u00e9 tfn";

    private final String pieces;
    private final Function<BookDelta.Pool, FrameDecoder> decoders;
    private final Set<BookDelta> deltas = Collections.newSetFromMap(new IdentityHashMap<>());
    private int passed;

    /** @param letters of the venue's field names */
    protected DecoderFuzzContract(String letters, Function<BookDelta.Pool, FrameDecoder> decoders) {
        this.pieces = SYNTAX + letters;
        this.decoders = decoders;
    }

    @Test
    void survivesMutatedFrames() throws IOException {
        long seed = 20_261_121;
        Random random = new Random(seed);
        List<Frame> frames = frames();
        FrameDecoder decoder = decoders.apply(new BookDelta.Pool(8));
        int[] outcomes = new int[3];

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < FRAMES; i++) {
                Frame frame = mutated(frames.get(random.nextInt(frames.size())), random);
                outcomes[outcome(decoder, frame, seed)]++;
            }
        });

        assertThat(Arrays.stream(outcomes).min().orElse(0))
                .as("seed %d: understood, ignored, refused", seed)
                .isGreaterThan(1000);
        assertThat(deltas)
                .as("a delta kept back would be missed by the pool, which then makes another")
                .hasSize(1);
    }

    private int outcome(FrameDecoder decoder, Frame frame, long seed) {
        passed = 0;
        Decoded decoded;
        try {
            decoded = decoder.decode(frame, this::take);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", frame " + frame, e);
        }
        if (decoded instanceof Decoded.Undecodable refused) {
            assertThat(passed).as("events of a refused frame %s", frame).isZero();
            assertThat(refused.reason()).hasSizeBetween(1, 200).matches("[ -~]+");
            return 2;
        }
        return decoded == Decoded.OK ? 0 : 1;
    }

    private void take(MarketEvent event) {
        passed++;
        if (event instanceof BookDelta delta) {
            deltas.add(delta);
            for (int i = 0; i < delta.count(); i++) {
                assertThat(delta.price(i)).isPositive();
                assertThat(delta.size(i)).isNotNegative();
            }
            delta.release();
        }
    }

    private Frame mutated(Frame frame, Random random) {
        StringBuilder text = new StringBuilder(frame.text());
        for (int edits = random.nextInt(4); edits > 0 && text.length() > 0; edits--) {
            int at = random.nextInt(text.length());
            char c = pieces.charAt(random.nextInt(pieces.length()));
            switch (random.nextInt(6)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setLength(at);
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                case 4 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                default -> text.setCharAt(at, c);
            }
        }
        return new Frame(1, frame.venue(), frame.kind(), "", frame.topic(), text.toString());
    }

    private List<Frame> frames() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("frames.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(DecoderFuzzContract::frame)
                    .toList();
        }
    }

    /** A body names its URL, or its kind and its topic, which then is the URL. */
    private static Frame frame(JsonObject line) {
        boolean rest = line.has("kind") || line.has("url");
        String field = line.has("url") ? "url" : "topic";
        return new Frame(
                1,
                "any",
                rest ? Frame.Kind.REST : Frame.Kind.WS,
                "",
                line.has(field) ? line.get(field).getAsString() : "",
                line.get("raw").getAsString());
    }
}
