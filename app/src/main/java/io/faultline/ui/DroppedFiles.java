package io.faultline.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dropped on the window: margin tables are imported, anything else is refused in words. JavaFX thread only. */
final class DroppedFiles {
    private static final String TABLES = ".json";

    private final Supplier<Workspace> shown;

    /** @param shown the workspace on which something is dropped */
    DroppedFiles(Supplier<Workspace> shown) {
        this.shown = shown;
    }

    void on(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(
                files != null && take(files.stream().map(File::toPath).toList()));
        event.consume();
    }

    /** Whether there was anything among them to take. */
    boolean take(List<Path> files) {
        List<Path> tables = files.stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(TABLES))
                .toList();
        Workspace workspace = shown.get();
        if (tables.isEmpty()) {
            workspace.say("Nothing was imported: margin tables are files that end in " + TABLES, true);
            return false;
        }
        workspace.axes().model().importTables(tables);
        workspace.showModel();
        return true;
    }
}
