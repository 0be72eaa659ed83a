package io.faultline.ui;

import io.faultline.desk.MarketList;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.application.Platform;
import javafx.util.Duration;

/** Opens the symbol picker, and keeps its list new while it is open. JavaFX thread only. */
final class Picking {
    private static final Duration LIST_EVERY = Duration.seconds(2);

    private final javafx.animation.Timeline listing = new javafx.animation.Timeline();
    private final OpenWindows windows;
    private final SymbolPicker.Choice choose;

    Picking(OpenWindows windows, SymbolPicker.Choice choose) {
        this.windows = windows;
        this.choose = choose;
        listing.setCycleCount(Animation.INDEFINITE);
    }

    /** Opens it over the workspace, or closes it where it is open. */
    void open(Overlays overlays, boolean inNewTab) {
        SymbolPicker picker = new SymbolPicker(inNewTab, (symbol, newTab) -> {
            overlays.close();
            choose.open(symbol, newTab);
        });
        overlays.toggle("symbol-picker", picker.node(), picker.words());
        listing.stop();
        if (overlays.isOpen()) {
            fetch(picker, overlays);
            listing.getKeyFrames().setAll(new KeyFrame(LIST_EVERY, e -> fetch(picker, overlays)));
            listing.play();
        }
    }

    /** Asks for the newest list away from the JavaFX thread, as long as somebody looks. */
    private void fetch(SymbolPicker picker, Overlays overlays) {
        if (picker.node().getScene() == null || !overlays.isOpen()) {
            listing.stop();
            return;
        }
        windows.worker().execute(() -> {
            MarketList newest = windows.sessions().markets();
            Platform.runLater(() -> picker.show(newest));
        });
    }

    void stop() {
        listing.stop();
    }
}
