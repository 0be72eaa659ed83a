package io.faultline.ui;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the layout a second after its last change, away from the JavaFX thread. JavaFX thread only. */
final class LayoutMemory {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutMemory.class);

    private final LayoutFile file;
    private final Supplier<SavedLayout> layout;
    private final ExecutorService writer;
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));
    private boolean pending;

    LayoutMemory(LayoutFile file, Supplier<SavedLayout> layout, ExecutorService writer) {
        this.file = file;
        this.layout = layout;
        this.writer = writer;
        pause.setOnFinished(e -> flush());
    }

    void changed() {
        pending = true;
        pause.playFromStart();
    }

    /** Saves what has changed and was not saved yet. */
    void flush() {
        if (pending) {
            pending = false;
            pause.stop();
            SavedLayout now = layout.get();
            writer.execute(() -> save(now));
        }
    }

    private void save(SavedLayout now) {
        try {
            file.save(now);
        } catch (IOException e) {
            LOG.warn("The layout cannot be saved: {}", e.toString());
        }
    }
}
