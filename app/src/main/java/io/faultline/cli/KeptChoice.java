package io.faultline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faultline.desk.RuleText;
import io.faultline.desk.SignalRules;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that the user has chosen for all live symbols, kept in a file of one line for the next start. Thread-safe.
 */
final class KeptChoice<T> {
    private static final Logger LOG = LoggerFactory.getLogger(KeptChoice.class);

    private final @Nullable Path file;
    private final Kind<T> kind;
    private final List<Consumer<T>> users = new CopyOnWriteArrayList<>();
    private @Nullable T chosen;

    /**
     * What is chosen, and how it is written.
     *
     * @param name in words, for messages
     * @param usual holds where nothing is chosen, and is not kept
     * @param text a line
     * @param read that line; empty if it is none
     */
    record Kind<T>(String name, T usual, Function<T, String> text, Function<String, Optional<T>> read) {}

    /** @param file need not exist; null where nothing is kept */
    KeptChoice(Kind<T> kind, @Nullable Path file) {
        this.kind = kind;
        this.file = file;
    }

    /** Parameters of the liquidation model. */
    static KeptChoice<ModelParameters> ofParameters(@Nullable Path file) {
        return new KeptChoice<>(
                new Kind<>(
                        "the parameters of the model", ModelParameters.DEFAULT, ParameterText::of, ParameterText::read),
                file);
    }

    /** Rules by which clusters and signals are read. */
    static KeptChoice<SignalRules> ofRules(@Nullable Path file) {
        return new KeptChoice<>(
                new Kind<>("the rules of signals", SignalRules.DEFAULT, RuleText::of, RuleText::read), file);
    }

    /** @param user is told of every choice from now on, until it {@link #leave leaves} */
    void enter(Consumer<T> user) {
        users.add(user);
    }

    void leave(Consumer<T> user) {
        users.remove(user);
    }

    synchronized T now() {
        T known = chosen;
        if (known == null) {
            known = read();
            chosen = known;
        }
        return known;
    }

    private T read() {
        if (file == null || !Files.exists(file)) {
            return kind.usual();
        }
        try {
            String line = new String(Files.readAllBytes(file), UTF_8).strip();
            return kind.read().apply(line).orElseGet(() -> {
                LOG.warn("{} in {} cannot be read: the defaults hold", kind.name(), file);
                return kind.usual();
            });
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", kind.name(), e.getMessage());
            return kind.usual();
        }
    }

    /** Tells all users at once; what is kept follows behind. */
    void choose(T other) {
        synchronized (this) {
            chosen = other;
        }
        users.forEach(user -> user.accept(other));
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
            if (now().equals(kind.usual())) {
                Files.deleteIfExists(to);
                return;
            }
            Path fresh = to.resolveSibling(to.getFileName() + ".new");
            Files.write(fresh, (kind.text().apply(now()) + "\n").getBytes(UTF_8));
            Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} are not kept for the next start: {}", kind.name(), e.getMessage());
        }
    }
}
