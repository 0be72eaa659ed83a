package io.faultline.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of several programs on one folder is the one that may change anything. The system lets go of it when the program
 * ends, however it ends.
 */
final class Ownership implements AutoCloseable {
    private static final String NAME = "faultline-owner.lock";

    /** Folders owned by this program: closing a second channel to a locked file would lose the lock on some systems. */
    private static final Set<Path> OWNED = new HashSet<>();

    private final Path folder;
    private @Nullable FileChannel channel;

    Ownership(Path folder) {
        this.folder = folder;
    }

    /** Takes it if nobody has it; whether it is ours now. */
    boolean take() throws IOException {
        synchronized (OWNED) {
            if (channel != null) {
                return true;
            }
            Path real = folder.toRealPath();
            if (OWNED.contains(real)) {
                return false;
            }
            FileChannel open =
                    FileChannel.open(real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(open)) {
                open.close();
                return false;
            }
            OWNED.add(real);
            channel = open;
            return true;
        }
    }

    @SuppressWarnings("resource") // the lock lives as long as its channel
    private static boolean locked(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        synchronized (OWNED) {
            FileChannel open = channel;
            if (open != null) {
                OWNED.remove(folder.toRealPath());
                channel = null;
                open.close();
            }
        }
    }
}
