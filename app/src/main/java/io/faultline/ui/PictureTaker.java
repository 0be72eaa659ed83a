package io.faultline.ui;

import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** Takes pictures of the window to file and clipboard. JavaFX thread only; files are written on the worker. */
final class PictureTaker {
    private final PictureFolder usual;
    private final SettingsControl settings;
    private final Executor worker;

    /** @param usual folder where none is set */
    PictureTaker(PictureFolder usual, SettingsControl settings, Executor worker) {
        this.usual = usual;
        this.settings = settings;
        this.worker = worker;
    }

    void window(Workspace workspace, double scale) {
        take(workspace, workspace.node(), null, scale);
    }

    /** Only the panel that has or had the focus. */
    void panel(Workspace workspace, double scale) {
        PanelFrame frame = workspace.focus().current();
        take(workspace, frame.node(), frame.name(), scale);
    }

    private void take(Workspace workspace, Node node, @Nullable String panel, double scale) {
        Stamp stamp = Stamp.of(workspace, panel);
        Image image = Picture.of(node, stamp.line(), scale);
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        save(workspace, image, stamp, panel, copied);
    }

    /** Of an alarm that fired: the clipboard stays the user's. */
    void ofAlarm(Workspace workspace, double scale) {
        Stamp stamp = Stamp.of(workspace, null);
        save(workspace, Picture.of(workspace.node(), stamp.line(), scale), stamp, "alarm", false);
    }

    private void save(Workspace workspace, Image image, Stamp stamp, @Nullable String panel, boolean copied) {
        String name = PictureFolder.name(settings.get(KnownSettings.PICTURE_NAME), workspace, panel);
        String set = settings.get(KnownSettings.PICTURE_FOLDER);
        PictureFolder folder = set.isEmpty() ? usual : new PictureFolder(Path.of(set));
        worker.execute(() -> {
            Path file = folder.fresh(name); // here, after the picture before it has been written
            String words = copied ? "Picture copied and saved as " + file : "Picture saved as " + file;
            boolean trouble = false;
            try {
                PngFile.write(image, stamp.metadata(), file);
            } catch (IOException e) {
                words = (copied ? "Picture copied, but not saved: " : "Picture not saved: ") + e.getMessage();
                trouble = true;
            }
            String said = words;
            boolean bad = trouble;
            Platform.runLater(() -> workspace.say(said, bad));
        });
    }
}
