package io.faultline.ui;

import io.faultline.ui.paint.HelpRequest;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What lies over the whole workspace, one thing at a time; a click beside it, or Esc, closes it. JavaFX thread only. */
final class Overlays {
    private final StackPane root = new StackPane();
    private @Nullable Node before;
    private String open = "";

    Overlays() {
        root.getStyleClass().add("scrim");
        root.setVisible(false);
        root.setOnMousePressed(e -> {
            if (e.getTarget() == root) {
                close();
            }
        });
        root.addEventHandler(HelpRequest.ASKED, asked -> {
            asked.consume();
            help();
        });
    }

    /** Says what the thing that is open is for, over it; again, or Esc, and the thing is back. */
    boolean help() {
        if (helping()) {
            close();
            return true;
        }
        Optional<PanelHelp> help = isOpen() ? PanelHelp.of(open) : Optional.empty();
        help.ifPresent(words -> {
            Region card = words.card(PanelHelp.TITLES.getOrDefault(open, open));
            card.setId("panel-help");
            card.getStyleClass().add("overlay");
            card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            root.getChildren().add(card);
            card.requestFocus();
        });
        return help.isPresent();
    }

    private boolean helping() {
        return root.getChildren().size() > 1;
    }

    Region node() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    /** What is open; null for nothing. */
    @Nullable
    Region content() {
        return isOpen() ? (Region) root.getChildren().get(0) : null;
    }

    /** Whether it is that which is open. */
    boolean isOpen(String id) {
        return isOpen() && open.equals(id);
    }

    /** Opens that, or closes it where it is open already. */
    void toggle(String id, Region content, Node focus) {
        boolean wasThis = open.equals(id);
        if (helping()) {
            close();
        }
        if (!isOpen()) {
            before = root.getScene() == null ? null : root.getScene().getFocusOwner();
        }
        close();
        if (wasThis) {
            return;
        }
        open = id;
        content.setId(id);
        content.getStyleClass().add("overlay");
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getChildren().setAll(content);
        root.setVisible(true);
        focus.requestFocus();
    }

    /** Closes what is topmost; the last gives the focus back to what had it. */
    void close() {
        if (helping()) {
            root.getChildren().remove(root.getChildren().size() - 1);
            root.getChildren().get(0).requestFocus();
        } else if (isOpen()) {
            root.setVisible(false);
            root.getChildren().clear();
            open = "";
            if (before != null) {
                before.requestFocus();
            }
        }
    }
}
