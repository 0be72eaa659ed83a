package io.faultline.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where pictures go and what they are called. */
record PictureFolder(Path folder) {
    /** {@code Pictures/Faultline} of the user, or a folder in the home folder where they have no such folder. */
    static PictureFolder usual(Path home) {
        Path pictures = Path.of(System.getProperty("user.home", ".")).resolve("Pictures");
        return new PictureFolder(
                Files.isDirectory(pictures) ? pictures.resolve("Faultline") : home.resolve("pictures"));
    }

    /** A name that no file has yet: {@code BTCUSDT-live-20260512-142605.png}. */
    Path fresh(Workspace workspace) {
        String name = workspace.view().symbol() + "-"
                + workspace.session().mode().name().toLowerCase(Locale.ROOT) + "-"
                + UtcTime.inFileName(workspace.nowNanos());
        String safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
        Path file = folder.resolve(safe + ".png");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(safe + "-" + i + ".png");
        }
        return file;
    }
}
