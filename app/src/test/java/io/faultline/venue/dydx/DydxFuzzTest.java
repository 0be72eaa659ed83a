package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DydxFuzzTest {
    private static final int FRAMES = 100_000;
    private static final String PIECES = "{}[]\",:0123456789.eE+-\\u\0\n\u00e9 tfnabpuvsTSiqdUSLIE";

    private final Set<BookDelta> deltas = Collections.newSetFromMap(new IdentityHashMap<>());
    private int passed;

    @Test
    void survivesMutatedFrames() throws IOException {
        long seed = 20_261_121;
        Random random = new Random(seed);
        List<Frame> frames = Frames.all();
        DydxDecoder decoder = new DydxDecoder(new BookDelta.Pool(8));
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

    private int outcome(DydxDecoder decoder, Frame frame, long seed) {
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

    private static Frame mutated(Frame frame, Random random) {
        StringBuilder text = new StringBuilder(frame.text());
        for (int edits = random.nextInt(4); edits > 0 && text.length() > 0; edits--) {
            int at = random.nextInt(text.length());
            char c = PIECES.charAt(random.nextInt(PIECES.length()));
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
}
