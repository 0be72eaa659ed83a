package io.faultline.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user which files of margin tables to import. JavaFX thread only. */
final class TableChooser {
    private TableChooser() {}

    /** Empty when the user changes their mind. */
    static List<Path> ask(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import margin tables");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Margin tables", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
}
