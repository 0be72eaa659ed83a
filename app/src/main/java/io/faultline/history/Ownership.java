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
public final class Ownership implements AutoCloseable {
    /** Files locked by this program: closing a second channel to a locked file would lose the lock on some systems. */
    private static final Set<Path> OWNED = new HashSet<>();

    private final Path folder;
    private final String name;
    private @Nullable FileChannel channel;
    private @Nullable Path taken;

    /**
     * Takes nothing yet.
     *
     * @param name of the file whose lock says who it is
     */
    public Ownership(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * Takes it if nobody has it.
     *
     * @return whether it is ours now
     * @throws IOException if the folder is not there, or nothing can be written in it
     */
    public boolean take() throws IOException {
        synchronized (OWNED) {
            if (channel != null) {
                return true;
            }
            Path lock = folder.toRealPath().resolve(name);
            if (OWNED.contains(lock)) {
                return false;
            }
            FileChannel open = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(open)) {
                open.close();
                return false;
            }
            OWNED.add(lock);
            taken = lock;
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
                OWNED.remove(taken);
                channel = null;
                taken = null;
                open.close();
            }
        }
    }
}
