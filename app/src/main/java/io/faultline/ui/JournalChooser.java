package io.faultline.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Asks the user which journals to open. JavaFX thread only. */
final class JournalChooser {
    private static final String BLOCKS = ".journal";

    private JournalChooser() {}

    /** Empty when the user changes their mind. */
    static List<Path> ask(Stage owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a journal: one file of a folder opens the folder");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Journals", "*" + BLOCKS, "*.jsonl.gz", "*.jsonl"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null
                ? List.of()
                : journals(files.stream().map(File::toPath).toList());
    }

    /** A single block is a part of the journal that its folder is; several were picked on purpose. */
    static List<Path> journals(List<Path> picked) {
        if (picked.size() != 1) {
            return picked;
        }
        Path file = picked.get(0);
        Path folder = file.getParent();
        return folder != null && file.toString().endsWith(BLOCKS) ? List.of(folder) : picked;
    }
}
