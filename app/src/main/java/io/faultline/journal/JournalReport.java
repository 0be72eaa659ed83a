package io.faultline.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link JournalReader} has found so far; after its last frame, what the journal holds.
 *
 * @param files the files read, in the order named (a folder's by name)
 * @param bytes their size on disk
 * @param wholeFrames frames delivered
 * @param firstNanos earliest receive time, nanoseconds since 1970; 0 while no frame had one
 * @param lastNanos latest receive time, likewise
 * @param truncatedTail whether a file ends, or had to be left, before its recorder closed it
 * @param badLines lines of JSON that are not frames and were skipped, from the first good line to the last
 * @param lostFrames frames that the recorder itself says it had to drop
 * @param problems the above in words, each with file and place; the first {@value Damage#NOTES_KEPT} of them
 */
public record JournalReport(
        List<Path> files,
        long bytes,
        long wholeFrames,
        long firstNanos,
        long lastNanos,
        boolean truncatedTail,
        long badLines,
        long lostFrames,
        List<String> problems) {
    public JournalReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
