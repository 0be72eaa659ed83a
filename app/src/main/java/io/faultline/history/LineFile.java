package io.faultline.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file that only grows, line by line, for others to follow: each line is with the system as soon as it is
 * written. A file that has grown too long is renamed, and another begun; so many old ones are kept. Lines that the disk
 * does not take wait for it. A thread of its own writes; nobody is held up. Thread-safe.
 */
public final class LineFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineFile.class);
    private static final int MOST_WAITING = 4_096;
    private static final long CLOSE_SECONDS = 5;
    private static final long RETRY_SECONDS = 1;
    private static final int TAIL_BYTES = 1 << 18;

    private final Path file;
    private final long mostBytes;
    private final int kept;
    private final ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable FileChannel channel;
    private volatile String problem = "";
    private volatile boolean closing;

    /**
     * The end of a file.
     *
     * @param lines oldest first; a line that is not ended is none
     * @param whole whether nothing was ever written before them
     */
    public record Tail(List<String> lines, boolean whole) {
        public Tail {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Begins to follow nothing yet: the file is made with the first line.
     *
     * @param mostBytes at which the file is renamed
     * @param kept how many renamed ones are kept, {@code name.1} the newest
     */
    public LineFile(Path file, long mostBytes, int kept) {
        if (mostBytes < 1 || kept < 1) {
            throw new IllegalArgumentException("a file of " + mostBytes + " bytes, and " + kept + " before it");
        }
        this.file = file;
        this.mostBytes = mostBytes;
        this.kept = kept;
        thread = new Thread(this::run, "line-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** The last lines of a file, about 256 kB of them; none if there is no file. Reads the disk. */
    public static Tail tail(Path file) {
        if (!Files.exists(file)) {
            return new Tail(List.of(), true);
        }
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, reading.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (reading.size() - from));
            while (bytes.hasRemaining() && reading.read(bytes, from + bytes.position()) >= 0) {
                // More of it.
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
            lines.remove(lines.size() - 1);
            if (from > 0 && !lines.isEmpty()) {
                lines.remove(0);
            }
            return new Tail(lines, from == 0 && !Files.exists(older(file, 1)));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, SqliteFile.words(e));
            return new Tail(List.of(), false);
        }
    }

    /** Has a line written soon; it must not hold a line feed. Never waits. */
    public void append(String line) {
        if (closing || !queue.offer(line)) {
            lost.incrementAndGet();
        }
    }

    /** Why lines are not being written, in words, and how many were lost; empty while all is well. */
    public String problem() {
        long count = lost.get();
        if (count == 0) {
            return problem;
        }
        String words = problem.isEmpty() ? "" : problem + "; ";
        return words + count + (count == 1 ? " line was" : " lines were") + " lost";
    }

    private void run() {
        String line = null;
        try {
            while (!closing || !queue.isEmpty()) {
                line = line == null ? queue.poll(50, TimeUnit.MILLISECONDS) : line;
                if (line == null || write(line)) {
                    line = null;
                } else if (ended.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            lost.addAndGet(queue.size() + (line == null ? 0 : 1));
            shut();
        }
    }

    private boolean write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            FileChannel open = channel;
            if (open == null || open.size() + bytes.length > mostBytes || !Files.exists(file)) {
                open = next(bytes.length);
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                open.write(buffer);
            }
            problem = "";
            return true;
        } catch (IOException e) {
            String words = file + " is not being written: " + SqliteFile.words(e);
            if (!words.equals(problem)) {
                LOG.warn("{}", words);
            }
            problem = words;
            shut();
            return false;
        }
    }

    private FileChannel next(int more) throws IOException {
        shut();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(file) && Files.size(file) > 0 && Files.size(file) + more > mostBytes) {
            rename();
        }
        FileChannel open =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = open;
        endLastLine(open);
        return open;
    }

    private void rename() throws IOException {
        for (int i = kept - 1; i >= 1; i--) {
            if (Files.exists(older(file, i))) {
                Files.move(older(file, i), older(file, i + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, older(file, 1), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path older(Path file, int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    /** A line that was cut off when the power went must not run into the next one. */
    private static void endLastLine(FileChannel open) throws IOException {
        long size = open.size();
        open.position(size);
        if (size > 0) {
            ByteBuffer last = ByteBuffer.allocate(1);
            open.read(last, size - 1);
            if (last.get(0) != '\n') {
                open.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    private void shut() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("closing", e);
            }
        }
    }

    /** Writes what waits, and closes; within seconds. */
    @Override
    public void close() {
        closing = true;
        ended.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
