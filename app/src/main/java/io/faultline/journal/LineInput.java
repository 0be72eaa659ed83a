package io.faultline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits bytes into lines of bounded length. Memory is the longest line met, at most the bound. */
final class LineInput implements Closeable {
    private final InputStream in;
    private final int maxLine;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int lineEnd;
    private boolean whole;

    LineInput(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
    }

    enum Line {
        /** {@link #text} is a line, with or without a line feed after it ({@link #ended}). */
        READ,
        /** A line above the bound was passed over; its bytes are gone. */
        TOO_LONG,
        /** There are no more bytes. */
        NONE
    }

    /**
     * Goes to the next line.
     *
     * @throws IOException from the stream. What came before it is kept: {@link #rest} makes it the last line.
     */
    Line next() throws IOException {
        start = lineEnd + (whole ? 1 : 0);
        lineEnd = start;
        whole = false;
        int scanned = start;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    lineEnd = i;
                    whole = true;
                    return Line.READ;
                }
            }
            if (end - start > maxLine) {
                return skipLine();
            }
            int kept = end - start;
            makeRoom();
            scanned = kept;
            lineEnd = start;
            int n = in.read(buffer, end, buffer.length - end);
            if (n < 0) {
                return rest();
            }
            end += n;
        }
    }

    /** Takes what has come since the last line feed as the last line; used when the stream broke off. */
    Line rest() {
        lineEnd = end;
        whole = false;
        return start == end ? Line.NONE : Line.READ;
    }

    private void makeRoom() {
        int kept = end - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, kept);
        } else if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * kept, maxLine + 1L));
        }
        start = 0;
        end = kept;
    }

    private Line skipLine() throws IOException {
        while (true) {
            start = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            for (int i = 0; i < end; i++) {
                if (buffer[i] == '\n') {
                    lineEnd = i;
                    whole = true;
                    return Line.TOO_LONG;
                }
            }
            if (end == 0) {
                lineEnd = 0;
                return Line.TOO_LONG;
            }
        }
    }

    /** Whether a line feed ended the line. */
    boolean ended() {
        return whole;
    }

    boolean blank() {
        for (int i = start; i < lineEnd; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The line without its line feed. */
    String text() throws CharacterCodingException {
        for (int i = start; i < lineEnd; i++) {
            if (buffer[i] < 0) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(buffer, start, lineEnd - start))
                        .toString();
            }
        }
        return new String(buffer, start, lineEnd - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
