package io.faultline.journal;

import io.faultline.market.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads journals, of either form, once from the beginning. Several files are merged by receive time: of the files' next
 * frames the earliest comes first, of equal ones that of the file named first, and no file's own order is changed.
 * Frames without a receive time (single frames collected by hand) take that of the frame before them, 0 at the start.
 *
 * <p>Damage does not throw. A file that breaks off gives every whole frame before the break, then counts as ended, and
 * the {@link #report} says so; a bad line between good ones is skipped, counted and named. Memory is bounded by the
 * longest frame, whatever the journal's size. Not thread-safe.
 */
public final class JournalReader implements Closeable {
    private final List<JournalFile> files;
    private final PriorityQueue<Feed> feeds = new PriorityQueue<>(Feed.ORDER);
    private final Damage damage = new Damage();
    private long frames;
    private long firstNanos;
    private long lastNanos;

    JournalReader(List<JournalFile> files) {
        this.files = files;
        for (JournalFile file : files) {
            feeds.add(new Feed(file, feeds.size()));
        }
    }

    /**
     * Opens journals for reading.
     *
     * @param filesAndFolders files, and folders that hold them
     * @throws JournalException when one of them is missing, empty or no journal
     */
    public static JournalReader open(List<Path> filesAndFolders) throws JournalException {
        return new JournalReader(JournalFile.find(filesAndFolders));
    }

    /**
     * The next frame, or null after the last.
     *
     * @throws JournalException when the file system fails; not for what the files hold
     */
    public @Nullable Frame next() throws JournalException {
        while (true) {
            Feed feed = feeds.poll();
            if (feed == null) {
                return null;
            }
            Frame frame;
            try {
                frame = feed.take(damage);
            } catch (IOException e) {
                feed.close();
                throw new JournalException(feed.file.path() + ": " + JournalFile.words(e), e);
            }
            if (frame != null) {
                feeds.add(feed);
                count(frame.receivedNanos());
                return frame;
            }
        }
    }

    private void count(long nanos) {
        frames++;
        if (nanos != 0) {
            firstNanos = firstNanos == 0 ? nanos : Math.min(firstNanos, nanos);
            lastNanos = Math.max(lastNanos, nanos);
        }
    }

    /** What has been found so far. */
    public JournalReport report() {
        List<Path> paths = files.stream().map(JournalFile::path).toList();
        long bytes = files.stream().mapToLong(JournalFile::bytes).sum();
        return new JournalReport(
                paths,
                bytes,
                frames,
                firstNanos,
                lastNanos,
                damage.truncatedTail(),
                damage.badLines(),
                damage.lostFrames(),
                damage.notes());
    }

    @Override
    public void close() {
        feeds.forEach(Feed::close);
        feeds.clear();
    }

    /** One file's place in the merge. It is opened when its turn comes, so that a year of hours is not all open. */
    private static final class Feed {
        static final Comparator<Feed> ORDER =
                Comparator.<Feed>comparingLong(feed -> feed.headNanos).thenComparingInt(feed -> feed.index);

        private final JournalFile file;
        private final int index;
        private long headNanos;
        private @Nullable FrameSource source;
        private @Nullable Frame head;

        Feed(JournalFile file, int index) {
            this.file = file;
            this.index = index;
            this.headNanos = file.firstNanos();
        }

        /** The file's next frame; null, with the file closed, after its last. */
        @Nullable
        Frame take(Damage damage) throws IOException {
            if (source == null) {
                source = file.open(damage);
                head = source.next();
            }
            Frame taken = head;
            head = taken == null ? null : source.next();
            if (head != null) {
                headNanos = head.receivedNanos();
            } else if (taken == null) {
                close();
            }
            return taken;
        }

        void close() {
            if (source != null) {
                source.close();
                source = null;
            }
        }
    }
}
