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
    private final HeatRing ring;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;
    private int @Nullable [] shown;

    HeatImage(HeatRing ring) {
        this.ring = ring;
    }

    /** Hands over what was written since the last time; at most once a pulse. */
    void flush() {
        if (shown != ring.pixels()) {
            shown = ring.pixels();
            buffer = new PixelBuffer<>(
                    ring.capacity(), ring.rows(), IntBuffer.wrap(shown), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
            ring.clean();
        }
        if (buffer != null && ring.dirtyFrom() < ring.dirtyTo()) {
            Rectangle2D dirty = new Rectangle2D(ring.dirtyFrom(), 0, ring.dirtyTo() - ring.dirtyFrom(), ring.rows());
            buffer.updateBuffer(all -> dirty);
            ring.clean();
        }
    }

    /** Draws the view's columns, each on its own device pixels. */
    void draw(GraphicsContext gc, HeatView view) {
        WritableImage source = image;
        if (source == null) {
            return;
        }
        int from = ring.slot(view.firstColumn());
        int firstRun = Math.min(view.columns(), ring.capacity() - from);
        gc.setImageSmoothing(false);
        run(gc, view, source, from, 0, firstRun);
        run(gc, view, source, 0, firstRun, view.columns() - firstRun);
    }

    private static void run(GraphicsContext gc, HeatView view, WritableImage source, int slot, int column, int count) {
        if (count > 0) {
            double scale = view.scale();
            gc.drawImage(source, slot, 0, count, view.rows(), column / scale, 0, count / scale, view.height());
        }
    }

    /** Draws that one column over a stretch of the plot, pixels of the scene. */
    void smear(GraphicsContext gc, HeatView view, long column, double x, double width) {
        if (image != null && width > 0) {
            gc.setImageSmoothing(false);
            gc.drawImage(image, ring.slot(column), 0, 1, view.rows(), x, 0, width, view.height());
        }
    }
}
