package io.faultline.cli;

import java.nio.file.Path;
import java.util.Locale;

/** Where settings and journals live unless {@code --home} says otherwise: the platform's usual place. */
final class Home {
    private Home() {}

    static Path usual() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home", "."));
        if (os.contains("win")) {
            return folder("APPDATA", user.resolve("AppData/Roaming")).resolve("Faultline");
        }
        if (os.contains("mac")) {
            return user.resolve("Library/Application Support/Faultline");
        }
        return folder("XDG_DATA_HOME", user.resolve(".local/share")).resolve("faultline");
    }

    private static Path folder(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
