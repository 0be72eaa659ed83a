package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a session, as somebody reads it who never looks away. Its methods are for any other thread. */
public final class Screen implements AutoCloseable {
    private final List<String> chips = new CopyOnWriteArrayList<>();
    private final List<String> strips = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Stage stage;
    private final WorkspaceWindow window;

    private Screen(Stage stage, Session session, Path home) {
        this.stage = stage;
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of());
        Sessions none = new Sessions() {
            @Override
            public Session live() {
                throw new IllegalStateException("nobody asked for it");
            }

            @Override
            public Session replay(List<Path> journals) {
                throw new IllegalStateException("nobody asked for it");
            }
        };
        window = new WorkspaceWindow(stage, none, session, setup, closed::countDown);
        window.show();
    }

    /** Opens the window; closing it closes the session. */
    public static Screen open(Session session, Path home) {
        return fx(() -> {
            Theme.install();
            Screen screen = new Screen(new Stage(), session, home);
            screen.read();
            return screen;
        });
    }

    private void read() {
        Label chip = (Label) stage.getScene().lookup("#mode");
        chips.add(chip.getText());
        chip.textProperty().addListener((text, was, is) -> chips.add(is));
        Button venue = (Button) stage.getScene().lookup("#venue-0");
        strips.add(venue.getAccessibleText());
        venue.accessibleTextProperty().addListener((text, was, is) -> strips.add(is));
    }

    /** All that the chip in the top bar has said, in order. */
    public List<String> chips() {
        return List.copyOf(chips);
    }

    /** All that the status strip has said of the venue, in order. */
    public List<String> strips() {
        return List.copyOf(strips);
    }

    /** What the chip says now. */
    public String chip() {
        return chips.get(chips.size() - 1);
    }

    /** What the status strip has counted. */
    public String counters() {
        return fx(() -> ((Label) stage.getScene().lookup("#counters")).getText());
    }

    /** The heatmap as text. */
    public String heatmap() {
        return fx(
                () -> window.workspace().panel(HeatmapPanel.class).orElseThrow().asText());
    }

    /** The ladder as text. */
    public String ladder() {
        return fx(
                () -> window.workspace().panel(LadderPanel.class).orElseThrow().asText());
    }

    /** What the alarm strip says of how many alarms are armed. */
    public String armed() {
        return fx(() -> stage.getScene().lookup("#alarm-count") instanceof Button count ? count.getText() : "");
    }

    /** Sets an alarm on reported liquidations, and keeps it. */
    public void armLiquidations() {
        fx(() -> {
            window.workspace().axes().alarms().onSize();
            window.workspace().axes().alarms().keep();
            return true;
        });
    }

    private static <T> T fx(Callable<T> what) {
        try {
            return WaitForAsyncUtils.asyncFx(what).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Closes the window and waits until its session is closed. */
    @Override
    public void close() {
        fx(() -> {
            stage.hide();
            return true;
        });
        try {
            if (!closed.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window's session does not close");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
