package io.faultline.ui;

import io.faultline.ui.paint.ExportRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Saves what panels hand out as files, and says where. JavaFX thread only; files are written on the worker. */
final class ExportFolder {
    private static final int MOST_TRIES = 1_000;

    private final Path folder;
    private final Executor worker;

    ExportFolder(Path home, Executor worker) {
        folder = home.resolve("exports");
        this.worker = worker;
    }

    /** Named by symbol, where the data is from, and time: {@code BTCUSDT-practice-20260512-142605-ledger.csv}. */
    void save(Workspace workspace, ExportRequest request) {
        String name = (workspace.view().symbol() + "-"
                        + workspace.session().mode().name().toLowerCase(Locale.ROOT) + "-"
                        + UtcTime.inFileName(workspace.nowNanos()) + "-" + request.what())
                .replaceAll("[^A-Za-z0-9_-]", "_");
        worker.execute(() -> {
            String words;
            boolean trouble = false;
            try {
                words = "Saved as " + write(name, request);
            } catch (IOException e) {
                words = "Not saved: " + e.getMessage();
                trouble = true;
            }
            String said = words;
            boolean bad = trouble;
            Platform.runLater(() -> workspace.say(said, bad));
        });
    }

    /** Into a file that is not there yet. */
    private Path write(String name, ExportRequest request) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; ; i++) {
            Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + "." + request.extension());
            if (!Files.exists(file) || i == MOST_TRIES) {
                return Files.writeString(file, request.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            }
        }
    }
}
