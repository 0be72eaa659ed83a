package io.faultline.journal;

import io.faultline.journal.FrameQueue.Batch;
import io.faultline.journal.FrameQueue.Loss;
import io.faultline.market.Frame;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Records frames on a thread of its own. Whoever offers a frame never waits for the disk: a frame that finds the queue
 * full is dropped and counted, and the journal itself says where. What was accepted is safe from the end of the process
 * within a quarter of a second, and handed to the disk each second.
 *
 * <p>A full disk, a failing one or the size cap end the recording, not the program: {@link #status} says why. The cap
 * stops and does not delete: the oldest frames hold the book snapshots without which the rest could not be replayed.
 * Thread-safe.
 */
public final class JournalWriter implements AutoCloseable {
    private static final int QUEUE_FRAMES = 32_768;
    private static final long QUEUE_CHARS = 32 << 20;
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSE_MILLIS = 5_000;

    private final String name;
    private final FrameSink sink;
    private final long maxBytes;
    private final FrameQueue queue;
    private final Thread thread;
    private volatile Progress progress = new Progress(0, 0, true, "");
    private long unflushed;
    private boolean dirty;
    private boolean unsynced;
    private long flushedAt;
    private long syncedAt;

    private record Progress(long bytes, long frames, boolean recording, String problem) {}

    JournalWriter(String name, FrameSink sink, long maxBytes, FrameQueue queue) {
        this.name = name;
        this.sink = sink;
        this.maxBytes = maxBytes;
        this.queue = queue;
        this.thread = new Thread(this::run, "journal-writer");
        thread.setDaemon(true);
    }

    /**
     * Begins to record.
     *
     * @param out {@code *.jsonl.gz} for one file of JSON lines, which must not exist yet; any other name for a folder of
     *     block files, to which new ones are added
     * @param maxBytes at which the recording ends; what a quarter of a second brings may exceed it
     * @throws JournalException when the file exists or cannot be made
     */
    public static JournalWriter open(Path out, long maxBytes) throws JournalException {
        FrameQueue queue = new FrameQueue(QUEUE_FRAMES, QUEUE_CHARS);
        JournalWriter writer = new JournalWriter(out.toString(), sink(out), maxBytes, queue);
        writer.start();
        return writer;
    }

    void start() {
        thread.start();
    }

    private static FrameSink sink(Path out) throws JournalException {
        try {
            if (!out.toString().endsWith(".jsonl.gz")) {
                return new BlockFolderSink(out);
            }
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new JsonLinesSink(FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (FileAlreadyExistsException e) {
            if (!Path.of(e.getFile()).toAbsolutePath().equals(out.toAbsolutePath())) {
                throw new JournalException(out + ": cannot be made: " + e.getFile() + " is a file, not a folder", e);
            }
            String why = Files.isDirectory(out) ? "a folder of that name exists" : "the file exists";
            throw new JournalException(e.getFile() + ": " + why + "; nothing is overwritten, choose another name", e);
        } catch (IOException e) {
            throw new JournalException(out + ": cannot be made: " + JournalFile.words(e), e);
        }
    }

    /** Hands a frame over to be recorded; false when it is dropped instead. Never waits for the disk. */
    public boolean offer(Frame frame) {
        return queue.put(frame);
    }

    /** How it stands. */
    public JournalStatus status() {
        Progress now = progress;
        return new JournalStatus(name, now.bytes, now.frames, queue.lost(), now.recording, now.problem);
    }

    /** Writes what was accepted and ends the journal; gives up waiting for the disk after five seconds. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            Progress now = progress;
            progress = new Progress(now.bytes, now.frames, false, name + ": the disk did not take the last frames");
        }
    }

    private void run() {
        String problem;
        boolean whole = false;
        try {
            problem = record();
            whole = true;
        } catch (IOException e) {
            problem = name + ": cannot write: " + JournalFile.words(e) + "; recording has stopped";
        } catch (InterruptedException | RuntimeException | Error e) {
            // An Error too: the compressor's native library cannot be loaded everywhere.
            problem = name + ": recording has stopped by a fault of the program: " + e;
        }
        try {
            sink.close();
            if (whole) {
                flushed();
            }
        } catch (IOException e) {
            problem = problem.isEmpty() ? name + ": cannot finish: " + JournalFile.words(e) : problem;
        } catch (RuntimeException | Error e) {
            problem = problem.isEmpty() ? name + ": cannot finish, by a fault of the program: " + e : problem;
        }
        queue.close();
        queue.addLost(unflushed + queue.takeNow().frames().size());
        progress = new Progress(sink.bytes(), progress.frames, false, problem);
    }

    /** Records until the queue is closed; otherwise says why it ends. */
    private String record() throws IOException, InterruptedException {
        flushedAt = System.nanoTime();
        syncedAt = flushedAt;
        while (true) {
            Batch batch = queue.take(FLUSH_NANOS - (System.nanoTime() - flushedAt));
            write(batch);
            if (batch.last()) {
                return "";
            }
            long now = System.nanoTime();
            if (now - flushedAt >= FLUSH_NANOS) {
                flush(now);
            }
            if (sink.bytes() >= maxBytes) {
                return name + ": the size cap of " + maxBytes + " bytes is reached; recording has stopped";
            }
        }
    }

    private void write(Batch batch) throws IOException {
        unflushed += batch.frames().size();
        for (Frame frame : batch.frames()) {
            if (!sink.write(frame)) {
                unflushed--;
                queue.addLost(1);
                sink.lost(frame.venue(), frame.receivedNanos(), 1);
            }
        }
        for (Map.Entry<String, Loss> loss : batch.losses().entrySet()) {
            sink.lost(loss.getKey(), loss.getValue().nanos(), loss.getValue().frames());
        }
        dirty |= !batch.frames().isEmpty() || !batch.losses().isEmpty();
    }

    private void flush(long now) throws IOException {
        flushedAt = now;
        if (dirty) {
            sink.flush();
            dirty = false;
            unsynced = true;
            flushed();
        }
        if (unsynced && now - syncedAt >= SYNC_NANOS) {
            sink.sync();
            syncedAt = now;
            unsynced = false;
        }
    }

    private void flushed() {
        progress = new Progress(sink.bytes(), progress.frames + unflushed, true, "");
        unflushed = 0;
    }
}
