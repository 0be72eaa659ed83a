package io.faultline.ui.heatmap;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** The ring as an image: hands changed slots to the screen once a pulse, and draws the ring's two runs. */
final class HeatImage {
    /** Pixels that the toolkit draws from where they lie. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    private record Shared(int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Shared of(int[] pixels, int width, int height) {
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Shared(pixels, buffer, new WritableImage(buffer));
        }
    }

    private @Nullable Shared cells;
    private @Nullable Shared profile;
    private HeatRing ring = new HeatRing();
    private long profileVersion;

    /** Hands over what that layer has written since the last time; at most once a pulse. */
    void flush(HeatLayer heat) {
        ring = heat.ring();
        if (cells == null || cells.pixels() != ring.pixels()) {
            cells = Shared.of(ring.pixels(), ring.capacity(), ring.rows());
        } else if (ring.dirtyFrom() < ring.dirtyTo()) {
            Rectangle2D dirty = new Rectangle2D(ring.dirtyFrom(), 0, ring.dirtyTo() - ring.dirtyFrom(), ring.rows());
            cells.buffer().updateBuffer(all -> dirty);
        }
        ring.clean();
        if (profile == null || profile.pixels() != heat.profile()) {
            profile = Shared.of(heat.profile(), 1, heat.profile().length);
        } else if (profileVersion != heat.profileVersion()) {
            profile.buffer().updateBuffer(all -> null);
        }
        profileVersion = heat.profileVersion();
    }

    /** Draws the view's columns, each on its own device pixels. */
    void draw(GraphicsContext gc, HeatView view) {
        int from = ring.slot(view.firstColumn());
        int firstRun = Math.min(view.columns(), ring.capacity() - from);
        gc.setImageSmoothing(false);
        run(gc, view, from, 0, firstRun);
        run(gc, view, 0, firstRun, view.columns() - firstRun);
    }

    private void run(GraphicsContext gc, HeatView view, int slot, int column, int count) {
        if (cells != null && count > 0) {
            double scale = view.scale();
            double x = column / scale;
            gc.drawImage(cells.image(), slot, 0, count, view.rows(), x, 0, count / scale, view.height());
        }
    }

    /** Draws the book as it is now over a stretch of the plot, pixels of the scene. */
    void drawProfile(GraphicsContext gc, HeatView view, double x, double width) {
        if (profile != null && width > 0) {
            gc.setImageSmoothing(false);
            gc.drawImage(profile.image(), x, 0, width, view.height());
        }
    }
}
