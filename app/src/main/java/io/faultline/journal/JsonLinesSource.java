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

    /** A file whose first lines, as many as this, hold no frame is taken for something else. */
    private static final int LINES_TRIED = 1000;

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
        String broken = "";
        LineInput.Line read;
        try {
            read = lines.next();
        } catch (EOFException e) {
            broken = "the packed data stop in the middle";
            read = lines.rest();
        } catch (ZipException e) {
            broken = "the packed data are damaged (" + e.getMessage() + ")";
            read = lines.rest();
        }
        if (read == LineInput.Line.NONE) {
            done = true;
        } else {
            line++;
        }
        Frame frame = null;
        if (read == LineInput.Line.TOO_LONG) {
            bad("it is longer than " + (MAX_LINE_BYTES >> 20) + " MB");
        } else if (read == LineInput.Line.READ && !lines.blank()) {
            try {
                frame = parse();
            } catch (BadLine bad) {
                if (lines.ended() || bad.whole()) {
                    bad(bad.why());
                } else if (broken.isEmpty()) {
                    broken = "the last line stops in the middle";
                }
            }
        }
        if (!broken.isEmpty()) {
            done = true;
            long whole = frames + (frame == null ? 0 : 1);
            damage.truncated(file, broken + ", at line " + line + ", after " + whole + " whole frames");
        }
        return frame;
    }

    private void bad(String why) {
        damage.badLine(file, line, why);
        done |= frames == 0 && line >= LINES_TRIED;
    }

    private @Nullable Frame parse() throws BadLine {
        String text;
        try {
            text = lines.text();
        } catch (CharacterCodingException e) {
            throw new BadLine("it is not UTF-8");
        }
        JsonLine parsed = JsonLine.parse(text);
        boolean lost = parsed.dir().equals(JsonLine.LOST);
        Frame.Kind kind = lost ? Frame.Kind.WS : parsed.kind();
        long lostFrames = lost ? parsed.lostFrames() : 0;
        if (parsed.nanos() != null) {
            previousNanos = parsed.nanos();
        }
        if (lost) {
            damage.lost(file, lostFrames, parsed.venue(), previousNanos);
            return null;
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
