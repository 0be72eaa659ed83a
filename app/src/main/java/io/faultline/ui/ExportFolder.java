package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.export.Export;
import io.faultline.ui.export.Origin;
import io.faultline.ui.export.Sheet;
import io.faultline.ui.export.SheetFile;
import io.faultline.ui.paint.ExportRequest;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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

    /** Fills a file. */
    private interface Content {
        /** What there is to say of it, beside where it is; may be empty. */
        String write(Path file) throws IOException;
    }

    /** Named by symbol, where the data is from, and time: {@code BTCUSDT-practice-20260512-142605-ledger.csv}. */
    void save(Workspace workspace, ExportRequest request) {
        save(workspace, request.what(), "." + request.extension(), file -> {
            Files.writeString(file, request.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return "";
        });
    }

    /** Writes what is shown now; the sheet is made on the worker. */
    void save(Workspace workspace, Export export, SheetFile.Format format) {
        Session session = workspace.session();
        long now = workspace.nowNanos();
        Origin origin = new Origin(workspace.view().symbol(), Source.of(session), now, Stamp.program());
        Supplier<Sheet> taken = export.take().apply(new Pulse(workspace.view(), session.mode(), now));
        save(workspace, export.name(), format.extension(), file -> {
            Sheet sheet = taken.get();
            SheetFile.write(sheet, origin, format, file);
            return ", " + sheet.rows().size() + " rows";
        });
    }

    /** {@code live}, {@code practice}, {@code replay}, {@code practice-replay}. */
    private static String source(Session session) {
        boolean replayed = session.practice() && session.mode() == Session.Mode.REPLAY;
        return (replayed ? "practice-" : "") + session.mode().name().toLowerCase(Locale.ROOT);
    }

    private void save(Workspace workspace, String what, String ending, Content content) {
        String name = (workspace.view().symbol() + "-"
                        + source(workspace.session()) + "-"
                        + UtcTime.inFileName(workspace.nowNanos()) + "-" + what)
                .replaceAll("[^A-Za-z0-9_-]", "_");
        worker.execute(() -> {
            String words;
            boolean trouble = false;
            try {
                Path file = fresh(name, ending);
                String more = content.write(file);
                words = "Saved as " + file + more;
            } catch (IOException e) {
                words = "Not saved: " + e.getMessage();
                trouble = true;
            }
            String said = words;
            boolean bad = trouble;
            Platform.runLater(() -> workspace.say(said, bad));
        });
    }

    /** A file that is not there yet. */
    private Path fresh(String name, String ending) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; ; i++) {
            Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + ending);
            if (!Files.exists(file) || i == MOST_TRIES) {
                return file;
            }
        }
    }
}
