package io.faultline.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes a picture of every panel of a workspace, one after another, each after some pulses on the screen; those of the dock
 * in a dock that is high enough for them. JavaFX thread only.
 */
final class PanelPictures {
    private static final double DOCK = 360;
    private static final int SETTLED_PULSES = 5;

    private final Workspace workspace;
    private final Path folder;
    private final Deque<PanelFrame> waiting;
    private @Nullable PanelFrame next;
    private long shownAt;

    /** @param folder each goes there under its panel's id */
    PanelPictures(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
        waiting = new ArrayDeque<>(workspace.focus().frames());
    }

    /**
     * Goes on; called once a pulse.
     *
     * @return whether all are taken
     */
    boolean step() throws IOException {
        PanelFrame now = next;
        if (now == null) {
            next = waiting.poll();
            shownAt = workspace.pulses();
            if (next != null && !next.shown()) {
                Arrangement as = workspace.layout().arrangement();
                workspace.layout().arrange(new Arrangement(as.widths(), DOCK, as.mapOver()));
                workspace.layout().showInDock(next.id());
            }
            return next == null;
        }
        if (workspace.pulses() < shownAt + SETTLED_PULSES) {
            return false;
        }
        if (now.shown()) {
            Stamp stamp = Stamp.of(workspace, now.name());
            Path file = folder.resolve(now.id().toLowerCase(Locale.ROOT) + ".png");
            PngFile.write(Picture.of(now.node(), stamp.line(), 1), stamp.metadata(), file);
        }
        next = null;
        return false;
    }
}
