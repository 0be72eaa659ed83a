package io.faultline.ui;

import io.faultline.ui.panel.Shared;
import java.util.function.BiConsumer;
import javafx.scene.layout.Region;

/** What can be asked of the panel that has the focus, and of what lies over the panels. JavaFX thread only. */
final class PanelCommands {
    private final Shared axes;
    private final PanelFocus focus;
    private final Overlays overlays;
    private final BiConsumer<String, Boolean> say;

    /** @param say shows words for some seconds; true where they tell of trouble */
    PanelCommands(Shared axes, PanelFocus focus, Overlays overlays, BiConsumer<String, Boolean> say) {
        this.axes = axes;
        this.focus = focus;
        this.overlays = overlays;
        this.say = say;
    }

    /** Copies the panel that has the focus as text. */
    void copy() {
        focus.current().panel().ifPresent(panel -> copy(panel.title(), panel.asText()));
    }

    private void copy(String title, String text) {
        boolean copied = axes.clip().put(text);
        say.accept(copied ? title + " copied as text" : "The clipboard takes nothing", !copied);
    }

    /** Closes or drops the topmost of overlay and crosshair; false where there was neither. */
    boolean escape() {
        if (overlays.isOpen()) {
            overlays.close();
            return true;
        }
        if (axes.crosshair().pinned() || Double.isFinite(axes.crosshair().price())) {
            axes.crosshair().pin(false);
            axes.crosshair().leave();
            return true;
        }
        return false;
    }

    /** Says what the panel that has the focus shows, or closes that. */
    void help() {
        if (overlays.isOpen() && !overlays.isOpen("panel-help")) {
            overlays.help();
            return;
        }
        help(focus.current());
    }

    /** Says what that panel shows, or closes that. */
    void help(PanelFrame frame) {
        PanelHelp.of(frame.id())
                .ifPresentOrElse(
                        help -> {
                            Region card = help.card(frame.title());
                            overlays.toggle("panel-help", card, card);
                        },
                        () -> say.accept("There is no help for " + frame.title(), true));
    }
}
