package io.faultline.ui.ledger;

import io.faultline.ledger.FlowCalibration;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * Expected against reported USD on logarithmic axes, a point for each size of expectation with the 80 % band about what
 * was expected. On the diagonal they are equal. JavaFX thread only.
 */
final class ReliabilityPlot {
    private static final double WIDTH = 190;
    private static final double HEIGHT = 118;
    private static final double LEFT = 8;
    private static final double BOTTOM = 16;
    private static final double TOP = 4;

    private final Palette palette;
    private final CanvasPane pane = new CanvasPane(1);
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final Font font = Type.regular(Type.SMALLEST);
    private List<FlowCalibration.Row> drawn = List.of();
    private long drawnSize = -1;

    ReliabilityPlot(Palette palette) {
        this.palette = palette;
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        pane.setId("ledger-plot");
        pane.setAccessibleText("Expected against reported liquidations");
    }

    Region node() {
        return pane;
    }

    void show(FlowCalibration flows) {
        List<FlowCalibration.Row> rows = flows.isShown()
                ? flows.rows().stream()
                        .filter(row -> row.predictedUsd() > 0 && row.count() > 0)
                        .toList()
                : List.of();
        if (rows.equals(drawn) && pane.version() == drawnSize) {
            return;
        }
        drawn = rows;
        drawnSize = pane.version();
        draw(rows);
    }

    private void draw(List<FlowCalibration.Row> rows) {
        double width = pane.getWidth();
        double height = pane.getHeight();
        pen.clear(width, height);
        pen.frame(palette.line(), LEFT, TOP, width - LEFT - 2, height - TOP - BOTTOM);
        if (rows.isEmpty()) {
            pen.centre("expected against reported", font, palette.low(), width / 2, height / 2);
            return;
        }
        double least = Double.MAX_VALUE;
        double most = 1;
        for (FlowCalibration.Row row : rows) {
            double each = 1.0 / row.count();
            least = Math.min(least, Math.max(1, Math.min(row.predictedUsd(), row.reportedUsd()) * each));
            most = Math.max(most, Math.max(row.predictedUsd(), row.reportedUsd()) * each);
        }
        Scale scale = new Scale(Math.log(least / 2), Math.log(most * 2));
        GraphicsContext gc = pen.gc();
        gc.setStroke(palette.lineStrong());
        gc.setLineWidth(1);
        gc.strokeLine(
                x(scale.low, scale, width),
                y(scale.low, scale, height),
                x(scale.high, scale, width),
                y(scale.high, scale, height));
        for (FlowCalibration.Row row : rows) {
            double each = 1.0 / row.count();
            double x = x(log(row.predictedUsd() * each), scale, width);
            double low = y(log(row.band80().low() * each), scale, height);
            double high = y(log(row.band80().high() * each), scale, height);
            double y = y(log(row.reportedUsd() * each), scale, height);
            boolean inside = y <= low && y >= high;
            gc.setStroke(palette.low());
            gc.setLineWidth(1);
            gc.strokeLine(x, low, x, high);
            gc.setFill(inside ? palette.text() : palette.warn());
            gc.fillOval(x - 3, y - 3, 6, 6);
        }
        pen.left("expected a span " + Numbers.usd(Math.exp(scale.low)), font, palette.low(), LEFT, height - 4);
        pen.right(Numbers.usd(Math.exp(scale.high)), font, palette.low(), width - 2, height - 4);
    }

    /** Natural logarithms of USD. */
    private record Scale(double low, double high) {
        double share(double log) {
            return Math.max(0, Math.min(1, (log - low) / (high - low)));
        }
    }

    private static double log(double usd) {
        return Math.log(Math.max(1e-3, usd));
    }

    private static double x(double log, Scale scale, double width) {
        return LEFT + scale.share(log) * (width - LEFT - 2);
    }

    private static double y(double log, Scale scale, double height) {
        return height - BOTTOM - scale.share(log) * (height - TOP - BOTTOM);
    }
}
