package io.faultline.ui;

import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A column of the workspace: it keeps a panel's faults to that panel. One that throws is logged and replaced by words
 * and a button; the others go on. JavaFX thread only.
 */
final class PanelFrame {
    private static final Logger LOG = LoggerFactory.getLogger(PanelFrame.class);

    private final String id;
    private final String name;
    private final Supplier<Panel> maker;
    private final StackPane root = new StackPane();
    private final Region ring = new Region();
    private final Region light = new Region();
    private Region focusTarget = root;
    private @Nullable Panel panel;

    /** @param name stands for the panel's title while there is no panel; in lower case it is its id */
    PanelFrame(String name, Supplier<Panel> maker) {
        this(name.toLowerCase(Locale.ROOT), name, maker);
    }

    PanelFrame(String id, String name, Supplier<Panel> maker) {
        this.id = id;
        this.name = name;
        this.maker = maker;
        root.getStyleClass().add("panel-frame");
        root.setId(id);
        root.setAccessibleText(name);
        root.setMinSize(0, 0);
        ring.getStyleClass().add("focus-ring");
        ring.setMouseTransparent(true);
        light.getStyleClass().add("tour-ring");
        light.setMouseTransparent(true);
        light.setVisible(false);
        start();
    }

    Region node() {
        return root;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /** What the panel is called now. */
    String title() {
        return panel == null ? name : panel.title();
    }

    /** Whether it is on the screen: in no column that is hidden, and no tab that is not chosen. */
    boolean shown() {
        if (root.getScene() == null) {
            return false;
        }
        for (Node at = root; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Gives the focus to the panel. */
    void focus() {
        focusTarget.requestFocus();
    }

    Optional<Panel> panel() {
        return Optional.ofNullable(panel);
    }

    void pulse(Pulse pulse) {
        if (panel == null) {
            return;
        }
        try {
            panel.pulse(pulse);
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    /** Puts a frame around the panel, or takes it away. */
    void light(boolean on) {
        light.setVisible(on);
    }

    /** Makes the panel again, also one that has not stopped. */
    void makeAnew() {
        Panel before = panel;
        start();
        Panel now = panel;
        if (before != null && now != null) {
            now.continueFrom(before);
        }
    }

    private void start() {
        try {
            Panel made = maker.get();
            panel = made;
            show(made.node());
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    private void stop(RuntimeException cause) {
        LOG.error("The panel {} stopped", name, cause);
        panel = null;
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        Label sentence = new Label("This panel stopped: " + words);
        sentence.setWrapText(true);
        Button restart = new Button("Restart panel");
        restart.getStyleClass().setAll("action-button");
        restart.setOnAction(e -> start());
        VBox fault = new VBox(sentence, restart);
        fault.getStyleClass().add("panel-fault");
        show(fault);
    }

    private void show(Region content) {
        root.getChildren().setAll(content, ring, light);
        focusTarget = content;
        content.setFocusTraversable(true);
        ring.visibleProperty().bind(content.focusVisibleProperty());
    }
}
