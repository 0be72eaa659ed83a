package io.faultline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parameters of the liquidation model that the user has chosen, for all live symbols, kept in a file for the next
 * start. Thread-safe.
 */
final class ChosenModel {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenModel.class);

    private final @Nullable Path file;
    private final List<Consumer<ModelParameters>> users = new CopyOnWriteArrayList<>();
    private @Nullable ModelParameters chosen;

    /** @param file need not exist; null where nothing is kept */
    ChosenModel(@Nullable Path file) {
        this.file = file;
    }

    /** @param user is told of every choice from now on, until it {@link #leave leaves} */
    void enter(Consumer<ModelParameters> user) {
        users.add(user);
    }

    void leave(Consumer<ModelParameters> user) {
        users.remove(user);
    }

    synchronized ModelParameters parameters() {
        ModelParameters known = chosen;
        if (known == null) {
            known = read();
            chosen = known;
        }
        return known;
    }

    private ModelParameters read() {
        if (file == null || !Files.exists(file)) {
            return ModelParameters.DEFAULT;
        }
        try {
            String line = new String(Files.readAllBytes(file), UTF_8).strip();
            return ParameterText.read(line).orElseGet(() -> {
                LOG.warn("the parameters of the model in {} cannot be read: the defaults hold", file);
                return ModelParameters.DEFAULT;
            });
        } catch (IOException e) {
            LOG.warn("the parameters of the model cannot be read: {}", e.getMessage());
            return ModelParameters.DEFAULT;
        }
    }

    /** Tells all users at once; what is kept follows behind. */
    void choose(ModelParameters parameters) {
        synchronized (this) {
            chosen = parameters;
        }
        users.forEach(user -> user.accept(parameters));
        if (file != null) {
            keep(file);
        }
    }

    private void keep(Path to) {
        CompletableFuture<?> unused = CompletableFuture.runAsync(() -> write(to));
    }

    private synchronized void write(Path to) {
        try {
            Path folder = to.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (parameters().equals(ModelParameters.DEFAULT)) {
                Files.deleteIfExists(to);
                return;
            }
            Path fresh = to.resolveSibling(to.getFileName() + ".new");
            Files.write(fresh, (ParameterText.of(parameters()) + "\n").getBytes(UTF_8));
            Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the parameters of the model are not kept for the next start: {}", e.getMessage());
        }
    }
}
