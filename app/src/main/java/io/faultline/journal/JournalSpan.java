package io.faultline.journal;

import io.faultline.journal.BlockFormat.BlockHeader;
import io.faultline.journal.BlockFormat.FileHeader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;

/** Finds the last receive time of a journal: from the headers of blocks, or by reading lines through. */
final class JournalSpan {
    private JournalSpan() {}

    /**
     * The file's latest receive time; 0 when no frame has one.
     *
     * @param cancelled asked again and again; true ends the search
     */
    static long lastNanos(JournalFile file, BooleanSupplier cancelled) throws IOException {
        return lastNanos(file, new JournalGaps(), cancelled);
    }

    /**
     * The same, and tells where frames lie.
     *
     * @param gaps is told
     */
    static long lastNanos(JournalFile file, JournalGaps gaps, BooleanSupplier cancelled) throws IOException {
        return file.form() == JournalFile.Form.BLOCKS
                ? ofBlocks(file, gaps, cancelled)
                : ofLines(file, gaps, cancelled);
    }

    private static long ofLines(JournalFile file, JournalGaps gaps, BooleanSupplier cancelled) throws IOException {
        long last = 0;
        try (FrameSource source = file.open(new Damage())) {
            for (var frame = source.next(); frame != null && !cancelled.getAsBoolean(); frame = source.next()) {
                last = Math.max(last, frame.receivedNanos());
                if (frame.receivedNanos() > 0) {
                    gaps.covered(frame.receivedNanos(), frame.receivedNanos());
                }
            }
        }
        return last;
    }

    private static long ofBlocks(JournalFile file, JournalGaps gaps, BooleanSupplier cancelled) throws IOException {
        long last = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 13)) {
            long left =
                    file.bytes() - FileHeader.read(in, file.path().toString()).size();
            while (!cancelled.getAsBoolean()) {
                byte[] head = BlockFormat.exactly(in, BlockFormat.BLOCK_HEADER_BYTES);
                BlockHeader header = BlockHeader.decode(ByteBuffer.wrap(head));
                left -= head.length + (long) header.length();
                if (header.closesFile() || !header.plausible() || left < 0) {
                    return last;
                }
                last = Math.max(last, header.lastNanos());
                if (header.firstNanos() > 0) {
                    gaps.covered(header.firstNanos(), header.lastNanos());
                }
                in.skipNBytes(header.length());
            }
        } catch (EOFException e) {
            return last;
        }
        return last;
    }
}
