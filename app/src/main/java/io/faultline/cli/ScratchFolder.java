package io.faultline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of the system's for one run, which goes with it, also when the run is interrupted. */
final class ScratchFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);

    private final Path path;
    private final Thread hook;

    private ScratchFolder(Path path) {
        this.path = path;
        this.hook = new Thread(this::deleteWhatCanBe, "scratch-folder");
    }

    /** @param name what the folder's begins with */
    static ScratchFolder make(String name) throws IOException {
        ScratchFolder made = new ScratchFolder(Files.createTempDirectory(name));
        Runtime.getRuntime().addShutdownHook(made.hook);
        return made;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            LOG.debug("The program is ending already", interrupted);
        }
    }

    /** The run may still be writing, and goes on until the last hook is done. */
    private void deleteWhatCanBe() {
        for (int attempt = 0; attempt < 3 && Files.exists(path); attempt++) {
            try {
                delete();
            } catch (IOException e) {
                LOG.debug("{} cannot be emptied yet", path, e);
            }
        }
    }

    private void delete() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(path)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
