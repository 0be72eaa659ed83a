package io.faultline.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the windows of tests are made with: nothing of it is outside the home folder. */
final class TestSetup {
    private TestSetup() {}

    static WorkspaceWindow.Setup of(Path home) {
        return of(home, 1366, 768);
    }

    static WorkspaceWindow.Setup of(Path home, int width, int height) {
        return new WorkspaceWindow.Setup(
                new WorkspaceOptions(width, height, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of());
    }
}
