package io.faultline.ui;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves something a second after its last change, away from the JavaFX thread. JavaFX thread only. */
final class LateSave<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LateSave.class);

    private final String what;
    private final Supplier<T> value;
    private final Saving<T> saving;
    private final ExecutorService writer;
    private final Consumer<String> trouble;
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));
    private boolean pending;

    /** Puts it where it is kept. */
    interface Saving<T> {
        void save(T value) throws IOException;
    }

    /**
     * @param what the thing's name, such as {@code layout}
     * @param trouble takes a sentence for the user, on the JavaFX thread
     */
    LateSave(String what, Supplier<T> value, Saving<T> saving, ExecutorService writer, Consumer<String> trouble) {
        this.what = what;
        this.value = value;
        this.saving = saving;
        this.writer = writer;
        this.trouble = trouble;
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
            T now = value.get();
            writer.execute(() -> save(now));
        }
    }

    private void save(T now) {
        try {
            saving.save(now);
        } catch (IOException e) {
            String words = "The " + what + " cannot be saved: " + e.getMessage();
            LOG.warn(words);
            Platform.runLater(() -> trouble.accept(words));
        }
    }
}
