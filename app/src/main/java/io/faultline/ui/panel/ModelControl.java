package io.faultline.ui.panel;

import io.faultline.desk.Session;
import io.faultline.desk.SignalRules;
import io.faultline.liquidation.ModelParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What the user decides about one symbol's liquidation model: its parameters, the rules by which it is read, and its margin tables. JavaFX thread only. */
public final class ModelControl {
    private final Consumer<ModelParameters> parameters;
    private final Consumer<SignalRules> rules;
    private final Function<Path, CompletableFuture<List<String>>> imports;
    private final Supplier<List<String>> imported;
    private final Function<Window, List<Path>> chooser;
    private @Nullable ModelParameters wanted;
    private List<String> said = List.of();

    private ModelControl(
            Consumer<ModelParameters> parameters,
            Consumer<SignalRules> rules,
            Function<Path, CompletableFuture<List<String>>> imports,
            Supplier<List<String>> imported,
            Function<Window, List<Path>> chooser) {
        this.parameters = parameters;
        this.rules = rules;
        this.imports = imports;
        this.imported = imported;
        this.chooser = chooser;
    }

    /**
     * Of that session.
     *
     * @param chooser asks the user for files of margin tables; none when they change their mind
     */
    public static ModelControl of(Session session, Function<Window, List<Path>> chooser) {
        return new ModelControl(
                session::model, session::rules, session::importBrackets, session::importedBrackets, chooser);
    }

    /** Nothing to decide. */
    public static ModelControl none() {
        return new ModelControl(
                chosen -> {},
                chosen -> {},
                file -> CompletableFuture.completedFuture(List.of()),
                List::of,
                owner -> List.of());
    }

    /** Wants the model under other parameters: it is run anew, and its figures follow when that is done. */
    public void parameters(ModelParameters others) {
        wanted = others;
        parameters.accept(others);
    }

    /** Wants clusters and signals read by other rules from now on. */
    public void rules(SignalRules others) {
        rules.accept(others);
    }

    /** Whether other parameters than those in force are wanted. */
    public boolean waits(ModelParameters inForce) {
        return wanted != null && !wanted.equals(inForce);
    }

    /** Asks the user for files of margin tables, and imports them; false when they change their mind. */
    public boolean chooseTables(Window owner) {
        List<Path> files = chooser.apply(owner);
        importTables(files);
        return !files.isEmpty();
    }

    /** Takes files of margin tables over; what there is to say of them is among {@link #said} when it is done. */
    public void importTables(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        said = List.of("reading " + files.size() + (files.size() == 1 ? " file" : " files"));
        List<String> all = new ArrayList<>();
        CompletableFuture<?> done = CompletableFuture.completedFuture(null);
        for (Path file : files) {
            done = done.thenCompose(before -> imports.apply(file)).thenAccept(all::addAll);
        }
        CompletableFuture<?> unused = done.whenComplete((nothing, fault) -> {
            if (fault != null) {
                all.add("the import stopped: " + fault.getMessage());
            }
            List<String> words = List.copyOf(all);
            Platform.runLater(() -> said = words);
        });
    }

    /** What the last import held, and what was wrong with it, a sentence each; empty before the first. */
    public List<String> said() {
        return said;
    }

    /** What all files that the user has imported hold, a sentence each. */
    public List<String> imported() {
        return imported.get();
    }
}
