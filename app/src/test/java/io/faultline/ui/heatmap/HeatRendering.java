package io.faultline.ui.heatmap;

import com.sun.management.ThreadMXBean;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ContourType;
import io.fair_acc.chartfx.renderer.spi.ContourDataSetRenderer;
import io.fair_acc.dataset.events.ChartBits;
import io.fair_acc.dataset.spi.DoubleGridDataSet;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * Heat of 2000 by 1000 cells in a window, of which a column comes in with each pulse: what its renderer's calls cost the
 * JavaFX thread, ours and ChartFX's. The toolkit's own making of pixels is in neither. For benchmarks of other packages.
 */
public final class HeatRendering {
    private static final int COLUMNS = 2000;
    private static final int ROWS = 1000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Parent root;
    private final Runnable pulse;
    private long stepNanos;
    private long renderNanos;
    private long bytes;

    private HeatRendering(Parent root, Runnable pulse) {
        this.root = root;
        this.pulse = pulse;
    }

    /**
     * What some pulses cost the JavaFX thread.
     *
     * @param stepNanos CPU time of bringing the pixels or the data up to date
     * @param renderNanos CPU time of the renderer's calls
     * @param bytes that both allocated
     */
    public record Cost(long stepNanos, long renderNanos, long bytes) {}

    /** Ours: liquidations, a second to a column. */
    public static HeatRendering faultline() {
        return onJavaFx(() -> {
            HeatWork work = HeatWork.liquidations();
            HeatImage image = new HeatImage();
            Canvas canvas = new Canvas(COLUMNS, ROWS);
            HeatRendering[] self = new HeatRendering[1];
            self[0] = new HeatRendering(new StackPane(canvas), () -> {
                work.advance();
                long begun = THREADS.getCurrentThreadCpuTime();
                work.update();
                long updated = THREADS.getCurrentThreadCpuTime();
                image.flush(work.layer());
                image.draw(canvas.getGraphicsContext2D(), work.view());
                image.drawProfile(canvas.getGraphicsContext2D(), work.view(), COLUMNS - 128, 128);
                self[0].add(updated - begun, THREADS.getCurrentThreadCpuTime() - updated);
            });
            return self[0];
        });
    }

    /** ChartFX's contour renderer as a heatmap, with its reduction of points on. */
    public static HeatRendering contour() {
        return onJavaFx(() -> {
            double[][] axes = {new double[COLUMNS], new double[ROWS]};
            for (int axis = 0; axis < axes.length; axis++) {
                for (int i = 0; i < axes[axis].length; i++) {
                    axes[axis][i] = i;
                }
            }
            double[] cells = new double[COLUMNS * ROWS];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = 1 + (i * 31L % 977);
            }
            DoubleGridDataSet data = new DoubleGridDataSet("heat", false, axes, cells);
            HeatRendering[] self = new HeatRendering[1];
            ContourDataSetRenderer renderer = new ContourDataSetRenderer() {
                @Override
                public void render() {
                    long begun = THREADS.getCurrentThreadCpuTime();
                    super.render();
                    if (self[0] != null) {
                        self[0].add(0, THREADS.getCurrentThreadCpuTime() - begun);
                    }
                }
            };
            renderer.setContourType(ContourType.HEATMAP);
            XYChart chart = new XYChart(new DefaultNumericAxis(), new DefaultNumericAxis());
            chart.getRenderers().setAll(renderer);
            chart.setAnimated(false);
            chart.setLegendVisible(false);
            chart.getToolBar().setVisible(false);
            chart.setPrefSize(COLUMNS + 120, ROWS + 60);
            renderer.getDatasets().setAll(data);
            int[] column = new int[1];
            self[0] = new HeatRendering(new StackPane(chart), () -> {
                long begun = THREADS.getCurrentThreadCpuTime();
                column[0] = (column[0] + 1) % COLUMNS;
                for (int row = 0; row < ROWS; row++) {
                    cells[row * COLUMNS + column[0]] = row + column[0];
                }
                self[0].add(THREADS.getCurrentThreadCpuTime() - begun, 0);
                data.fireInvalidated(ChartBits.DataSetData);
            });
            return self[0];
        });
    }

    private void add(long step, long render) {
        stepNanos += step;
        renderNanos += render;
    }

    /** Shows it for that many pulses; any thread but JavaFX's. */
    public Cost draw(int pulses) {
        CompletableFuture<Cost> done = new CompletableFuture<>();
        onJavaFx(() -> {
            Stage stage = new Stage(StageStyle.UNDECORATED);
            root.setScaleX(1);
            Scene scene = new Scene(new StackPane(), COLUMNS + 120, ROWS + 60);
            ((StackPane) scene.getRoot()).getChildren().setAll(root);
            stage.setScene(scene);
            stage.show();
            new AnimationTimer() {
                private int drawn = -5;
                private long bytesBefore;

                @Override
                public void handle(long now) {
                    if (drawn == 0) {
                        stepNanos = 0;
                        renderNanos = 0;
                        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
                    }
                    if (drawn == pulses) {
                        stop();
                        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
                        done.complete(new Cost(stepNanos, renderNanos, bytes));
                        stage.hide();
                        return;
                    }
                    drawn++;
                    pulse.run();
                }
            }.start();
            return stage;
        });
        return done.join();
    }

    private static <T> T onJavaFx(java.util.concurrent.Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        };
        if (STARTED.isDone()) {
            Platform.runLater(task);
        } else {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("headless.geometry", "2200x1100-32");
            STARTED.complete(null);
            Platform.startup(task);
            Platform.setImplicitExit(false);
        }
        return done.join();
    }

    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();
}
