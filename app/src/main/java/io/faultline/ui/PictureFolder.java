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

    /**
     * What a picture taken now is called: {@code BTCUSDT-live-20260512-142605}; a panel's has its name too.
     *
     * @param pattern with {symbol}, {mode}, {time} and {panel}
     */
    static String name(String pattern, Workspace workspace, @Nullable String panel) {
        String name = pattern.replace("{symbol}", workspace.view().symbol())
                .replace("{mode}", workspace.session().mode().name().toLowerCase(Locale.ROOT))
                .replace("{time}", UtcTime.inFileName(workspace.nowNanos()))
                .replace("{panel}", panel == null ? "" : panel.toLowerCase(Locale.ROOT));
        String safe = name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("^[-_.]+|[-_.]+$", "");
        return safe.isEmpty() ? "faultline" : safe;
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
