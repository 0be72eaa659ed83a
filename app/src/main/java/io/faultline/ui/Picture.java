package io.faultline.ui;

import io.faultline.ui.panel.OwnControl;
import io.faultline.ui.theme.Theme;
import io.faultline.ui.theme.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

/** Takes pictures of parts of the scene and puts the stamp at their foot. JavaFX thread only. */
final class Picture {
    static final int FOOT = 20;
    private static final int LINE = 15;

    private Picture() {}

    /**
     * The node as it stands, with the stamp below.
     *
     * @param scale device pixels in one pixel of the scene
     */
    static Image of(Node node, String stamp, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Theme.palette().bg());
        parameters.setTransform(Transform.scale(scale, scale));
        WritableImage image = withoutPrivate(node, () -> node.snapshot(ofItself(node, scale), null));
        double width = image.getWidth() / scale;
        List<String> lines = lines(stamp, width - 16);
        Canvas foot = new Canvas(width, FOOT + (lines.size() - 1) * LINE);
        GraphicsContext gc = foot.getGraphicsContext2D();
        gc.setFill(Theme.palette().panel());
        gc.fillRect(0, 0, width, foot.getHeight());
        gc.setFill(Theme.palette().line());
        gc.fillRect(0, 0, width, 1);
        gc.setFill(Theme.palette().mid());
        gc.setFont(Type.medium(Type.LABEL));
        gc.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lines.size(); i++) {
            gc.fillText(lines.get(i), 8, FOOT / 2.0 + 0.5 + i * LINE, width - 16);
        }
        WritableImage stamped = foot.snapshot(parameters, null);
        WritableImage whole =
                new WritableImage((int) image.getWidth(), (int) (image.getHeight() + stamped.getHeight()));
        copy(image, whole, 0);
        copy(stamped, whole, (int) image.getHeight());
        return whole;
    }

    /** The node and no more: a mark that is clipped may stand a million pixels outside, and would be counted in. */
    private static SnapshotParameters ofItself(Node node, double scale) {
        Bounds bounds = node.localToParent(node.getLayoutBounds());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Theme.palette().bg());
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(
                bounds.getMinX() * scale,
                bounds.getMinY() * scale,
                bounds.getWidth() * scale,
                bounds.getHeight() * scale));
        return parameters;
    }

    /** The stamp's parts in lines no wider than that. */
    private static List<String> lines(String stamp, double width) {
        Text ruler = new Text();
        ruler.setFont(Type.medium(Type.LABEL));
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : stamp.split(" · ", -1)) {
            String longer = line.isEmpty() ? part : line + " · " + part;
            ruler.setText(longer);
            if (!line.isEmpty() && ruler.getLayoutBounds().getWidth() > width) {
                lines.add(line);
                line = part;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** What is the user's alone is in no picture. */
    private static <T> T withoutPrivate(Node node, Supplier<T> take) {
        List<Node> hidden = node.lookupAll("." + OwnControl.PRIVATE).stream()
                .filter(Node::isVisible)
                .toList();
        hidden.forEach(each -> each.setVisible(false));
        try {
            return take.get();
        } finally {
            hidden.forEach(each -> each.setVisible(true));
        }
    }

    private static void copy(Image from, WritableImage to, int top) {
        int width = (int) Math.min(from.getWidth(), to.getWidth());
        to.getPixelWriter().setPixels(0, top, width, (int) from.getHeight(), from.getPixelReader(), 0, 0);
    }
}
