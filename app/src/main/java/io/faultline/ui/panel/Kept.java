package io.faultline.ui.panel;

import io.faultline.desk.Records;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Reads records for the JavaFX thread. */
final class Kept {
    private Kept() {}

    /** @param taken is given them there, at once where they are in memory */
    static void read(Records records, String kind, Consumer<Map<String, String>> taken) {
        CompletableFuture<?> unused = records.read(kind).thenAccept(kept -> {
            if (Platform.isFxApplicationThread()) {
                taken.accept(kept);
            } else {
                Platform.runLater(() -> taken.accept(kept));
            }
        });
    }
}
