package io.faultline.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the window is opened.
 *
 * @param width of the window or picture in pixels, at least {@value #MIN_WIDTH}; 0 for the remembered or usual one
 * @param height of the window or picture in pixels, at least {@value #MIN_HEIGHT}; 0 for the remembered or usual one
 * @param span how much time the heatmap shows at first; empty for the remembered or usual one
 * @param layer what the heatmap shows at first; empty for the usual one
 * @param picture written instead of opening a window
 * @param home folder for the layout, and for pictures where the user has no folder for them
 */
public record WorkspaceOptions(
        int width,
        int height,
        Optional<Duration> span,
        Optional<HeatmapLayer> layer,
        Optional<PictureRequest> picture,
        Path home) {
    public static final int MIN_WIDTH = 1024;
    public static final int MIN_HEIGHT = 640;

    public WorkspaceOptions {
        if (width != 0 && (width < MIN_WIDTH || height < MIN_HEIGHT)) {
            throw new IllegalArgumentException(
                    "size " + width + "x" + height + ": the least is " + MIN_WIDTH + "x" + MIN_HEIGHT);
        }
    }

    /** With the usual layer. */
    public WorkspaceOptions(
            int width, int height, Optional<Duration> span, Optional<PictureRequest> picture, Path home) {
        this(width, height, span, Optional.empty(), picture, home);
    }

    /** A window of the remembered size. */
    public static WorkspaceOptions window(Path home) {
        return new WorkspaceOptions(0, 0, Optional.empty(), Optional.empty(), home);
    }

    /**
     * A picture to be made without a display.
     *
     * @param after how long the market has run when it is taken: market time in a replay, from where that begins, and in
     *     the practice market; wall time live
     * @param panels folder for a picture of each panel alone; empty for none
     */
    public record PictureRequest(Path file, Duration after, Optional<Path> panels) {
        /** Of the whole window alone. */
        public PictureRequest(Path file, Duration after) {
            this(file, after, Optional.empty());
        }
    }
}
