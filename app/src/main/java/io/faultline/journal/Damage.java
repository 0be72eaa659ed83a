package io.faultline.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files read so far. Everything is counted; the first few are described. */
final class Damage {
    static final int NOTES_KEPT = 50;

    private final List<String> notes = new ArrayList<>();
    private long badLines;
    private long lostFrames;
    private boolean truncatedTail;

    void badLine(Path file, long line, String why) {
        badLines++;
        note(file + ", line " + line + ": skipped, " + why);
    }

    /** Nothing after this place in the file could be read. */
    void truncated(Path file, String where) {
        truncatedTail = true;
        note(file + ": " + where);
    }

    /** The recorder noted at that receive time that it had dropped frames. */
    void lost(Path file, long frames, String venue, long nanos) {
        lostFrames += frames;
        Instant when = Instant.ofEpochSecond(0, nanos);
        note(file + ": the recorder dropped " + frames + " frames of " + venue + " at " + when);
    }

    void note(String problem) {
        if (notes.size() < NOTES_KEPT) {
            notes.add(problem);
        }
    }

    long badLines() {
        return badLines;
    }

    long lostFrames() {
        return lostFrames;
    }

    boolean truncatedTail() {
        return truncatedTail;
    }

    List<String> notes() {
        return notes;
    }
}
