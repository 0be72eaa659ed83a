package io.faultline.ui;

import io.faultline.ui.axis.Crosshair;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/** What can be asked of the panel that has the focus, and of what lies over the panels. JavaFX thread only. */
final class PanelCommands {
    private final Crosshair crosshair;
    private final PanelFocus focus;
    private final Overlays overlays;
    private final BiConsumer<String, Boolean> say;

    /** @param say shows words for some seconds; true where they tell of trouble */
    PanelCommands(Crosshair crosshair, PanelFocus focus, Overlays overlays, BiConsumer<String, Boolean> say) {
        this.crosshair = crosshair;
        this.focus = focus;
        this.overlays = overlays;
        this.say = say;
    }

    /** Copies the panel that has the focus as text. */
    void copy() {
        focus.current().panel().ifPresent(panel -> copy(panel.title(), panel.asText()));
    }

    private void copy(String title, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        say.accept(copied ? title + " copied as text" : "The clipboard takes nothing", !copied);
    }

    /** Closes or drops the topmost of overlay and crosshair; false where there was neither. */
    boolean escape() {
        if (overlays.isOpen()) {
            overlays.close();
            return true;
        }
        if (crosshair.pinned() || Double.isFinite(crosshair.price())) {
            crosshair.pin(false);
            crosshair.leave();
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
