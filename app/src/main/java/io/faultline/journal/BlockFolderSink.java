package io.faultline.journal;

import io.faultline.journal.BlockFormat.BlockHeader;
import io.faultline.journal.BlockFormat.FileHeader;
import io.faultline.market.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A folder of block files, one a venue and hour of receive time (UTC). It adds files and touches no other. */
final class BlockFolderSink implements FrameSink {
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int MAX_PARTS = 1000;
    private static final byte[] NOTHING = {};
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HH'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Map<String, HourFile> open = new HashMap<>();
    private long bytes;

    BlockFolderSink(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    @Override
    public boolean write(Frame frame) throws IOException {
        HourFile file = file(frame.venue(), frame.receivedNanos());
        if (!file.block.add(frame)) {
            return false;
        }
        file.writeIfFull();
        return true;
    }

    @Override
    public void lost(String venue, long nanos, long frames) throws IOException {
        HourFile file = file(venue, nanos);
        file.block.addLost(nanos, frames);
        file.writeIfFull();
    }

    /** A clock that steps back an hour does not open a second file: only a later hour begins a new one. */
    private HourFile file(String venue, long nanos) throws IOException {
        long hour = Math.floorDiv(nanos, HOUR_NANOS);
        HourFile file = open.get(venue);
        if (file != null && hour > file.hour) {
            open.remove(venue);
            file.close();
            file = null;
        }
        if (file == null) {
            file = new HourFile(hour, create(venue, nanos));
            open.put(venue, file);
            file.write(new FileHeader(venue, nanos).encoded());
        }
        return file;
    }

    private FileChannel create(String venue, long nanos) throws IOException {
        String name = venue.replaceAll("[^A-Za-z0-9-]", "_") + "-" + HOUR.format(Instant.ofEpochSecond(0, nanos));
        for (int part = 0; part < MAX_PARTS; part++) {
            Path path = folder.resolve(name + String.format(Locale.ROOT, "-%03d", part) + BlockFormat.SUFFIX);
            if (Files.notExists(path)) {
                return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        }
        throw new IOException("there are " + MAX_PARTS + " parts of " + name + " already");
    }

    @Override
    public void flush() throws IOException {
        for (HourFile file : open.values()) {
            file.writeBlock();
        }
    }

    @Override
    public void sync() throws IOException {
        for (HourFile file : open.values()) {
            file.sync();
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (HourFile file : open.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        open.clear();
        if (failed != null) {
            throw failed;
        }
    }

    private final class HourFile {
        private final long hour;
        private final FileChannel channel;
        private final BlockBuilder block = new BlockBuilder();
        private boolean unsynced;

        HourFile(long hour, FileChannel channel) {
            this.hour = hour;
            this.channel = channel;
        }

        void write(ByteBuffer data) throws IOException {
            bytes += data.remaining();
            while (data.hasRemaining()) {
                channel.write(data);
            }
            unsynced = true;
        }

        void writeIfFull() throws IOException {
            if (block.full()) {
                writeBlock();
            }
        }

        void writeBlock() throws IOException {
            if (!block.empty()) {
                write(block.take());
            }
        }

        void sync() throws IOException {
            if (unsynced) {
                channel.force(false);
                unsynced = false;
            }
        }

        void close() throws IOException {
            try (channel) {
                writeBlock();
                write(BlockHeader.of(NOTHING, 0, 0, 0, 0).encoded());
                sync();
            }
        }
    }
}
