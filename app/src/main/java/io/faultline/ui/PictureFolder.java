package io.faultline.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where pictures go and what they are called. */
record PictureFolder(Path folder) {
    /** {@code Pictures/Faultline} of the user, or a folder in the home folder where they have no such folder. */
    static PictureFolder usual(Path home) {
        Path pictures = Path.of(System.getProperty("user.home", ".")).resolve("Pictures");
        return new PictureFolder(
                Files.isDirectory(pictures) ? pictures.resolve("Faultline") : home.resolve("pictures"));
    }

    /** What a picture taken now is called: {@code BTCUSDT-live-20260512-142605}; a panel's has its name at the end. */
    static String name(Workspace workspace, @Nullable String panel) {
        String name = workspace.view().symbol() + "-"
                + workspace.session().mode().name().toLowerCase(Locale.ROOT) + "-"
                + UtcTime.inFileName(workspace.nowNanos())
                + (panel == null ? "" : "-" + panel.toLowerCase(Locale.ROOT));
        return name.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /** A file of that name, or of that name and a number, that is not there yet. */
    Path fresh(String safe) {
        Path file = folder.resolve(safe + ".png");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(safe + "-" + i + ".png");
        }
        return file;
    }
}
