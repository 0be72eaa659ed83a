package io.faultline.journal;

import io.faultline.journal.JsonLine.BadLine;
import io.faultline.market.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a JSON-lines file, packed or plain. Lines carry no checksum of their own, so a bad line in the middle is
 * skipped, counted and named by number; the sequence numbers of the venue then show the hole to the decoder.
 */
final class JsonLinesSource implements FrameSource {
    /** Longer lines are refused: a frame of 10 MB passes even if each of its characters needs an escape of two. */
    static final int MAX_LINE_BYTES = 32 << 20;

    private final Path file;
    private final LineInput lines;
    private final Damage damage;
    private long line;
    private long frames;
    private long previousNanos;
    private boolean done;

    /** Reads the (unpacked) lines of {@code in}. */
    JsonLinesSource(Path file, InputStream in, Damage damage) {
        this.file = file;
        this.lines = new LineInput(in, MAX_LINE_BYTES);
        this.damage = damage;
    }

    @Override
    public @Nullable Frame next() throws IOException {
        while (!done) {
            Frame frame = readLine();
            if (frame != null) {
                frames++;
                return frame;
            }
        }
        return null;
    }

    private @Nullable Frame readLine() throws IOException {
        LineInput.Line read;
        String broken = null;
        try {
            read = lines.next();
        } catch (EOFException e) {
            broken = "the packed data stops in the middle";
            read = lines.rest();
        } catch (ZipException e) {
            broken = "the packed data is damaged (" + e.getMessage() + ")";
            read = lines.rest();
        }
        done = read == LineInput.Line.NONE || broken != null;
        Frame frame = null;
        boolean half = false;
        if (read == LineInput.Line.TOO_LONG) {
            line++;
            damage.badLine(file, line, "it is longer than " + (MAX_LINE_BYTES >> 20) + " MB");
        } else if (read == LineInput.Line.READ && !lines.blank()) {
            line++;
            try {
                frame = parse();
            } catch (BadLine bad) {
                half = !lines.ended();
                if (!half) {
                    damage.badLine(file, line, bad.why());
                }
            }
        } else if (read == LineInput.Line.READ) {
            line++;
        }
        if (broken != null || half) {
            done = true;
            long whole = frames + (frame == null ? 0 : 1);
            damage.truncated(
                    file,
                    (broken != null ? broken : "the last line stops in the middle") + ", after " + whole
                            + " whole frames" + (half ? ", in line " + line : ""));
        }
        return frame;
    }

    private @Nullable Frame parse() throws BadLine {
        String text;
        try {
            text = lines.text();
        } catch (CharacterCodingException e) {
            throw new BadLine("it is not UTF-8");
        }
        JsonLine parsed = JsonLine.parse(text);
        if (parsed.dir().equals(JsonLine.LOST)) {
            damage.lost(file, parsed.lostFrames(), parsed.venue());
            return null;
        }
        Frame.Kind kind = parsed.kind();
        if (parsed.nanos() != null) {
            previousNanos = parsed.nanos();
        }
        boolean byTopic =
                kind == Frame.Kind.WS ? !parsed.topic().isEmpty() : parsed.url().isEmpty();
        String topic = byTopic ? parsed.topic() : parsed.url();
        return new Frame(previousNanos, parsed.venue(), kind, parsed.conn(), topic, parsed.raw());
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            done = true;
        }
    }
}
