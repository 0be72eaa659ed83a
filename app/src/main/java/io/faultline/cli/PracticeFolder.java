package io.faultline.cli;

import io.faultline.history.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where in the home folder a practice market in this program keeps its things. Two markets that run side by side share
 * nothing, so each has a folder of its own: {@code practice}, or the next of {@code practice-2}, {@code practice-3} … that
 * no other has.
 */
final class PracticeFolder implements AutoCloseable {
    /** Folder in the home folder for all that is not real. */
    static final String NAME = "practice";

    private static final String LOCK = "market.lock";
    private static final int MOST = 16;
    private static final Logger LOG = LoggerFactory.getLogger(PracticeFolder.class);

    private final Path path;
    private final @Nullable Ownership ownership;

    private PracticeFolder(Path path, @Nullable Ownership ownership) {
        this.path = path;
        this.ownership = ownership;
    }

    /**
     * The first that is free; where nothing can be written, it is nobody's.
     *
     * @throws IOException if there are too many
     */
    static PracticeFolder take(Path home) throws IOException {
        for (int number = 1; number <= MOST; number++) {
            Path folder = home.resolve(number == 1 ? NAME : NAME + "-" + number);
            Ownership ownership = new Ownership(folder, LOCK);
            try {
                Files.createDirectories(folder);
                if (ownership.take()) {
                    return new PracticeFolder(folder, ownership);
                }
            } catch (IOException unwritable) {
                return new PracticeFolder(folder, null); // the stores say so where they are opened
            }
            LOG.info("another practice market has {}", folder);
        }
        throw new IOException(home + ": " + MOST + " practice markets have this home open");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (ownership != null) {
            try {
                ownership.close();
            } catch (IOException e) {
                LOG.debug("letting go of {}", path, e);
            }
        }
    }
}
