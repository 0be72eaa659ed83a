package io.faultline.ui;

import io.faultline.ui.paint.HelpRequest;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.panel.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A place in the dock: tabs in a row, and the panel of the one that is chosen under them. JavaFX thread only. */
final class DockSlot {
    private final List<PanelFrame> frames;
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final BorderPane root = new BorderPane();
    private final HBox strip = new HBox();
    private @Nullable PanelFrame chosen;

    /**
     * @param chosen the one to show first; the first where it is not among them
     * @param pressed is told whose tab is pressed
     */
    DockSlot(List<PanelFrame> frames, @Nullable PanelFrame chosen, Consumer<PanelFrame> pressed) {
        this.frames = List.copyOf(frames);
        HBox row = new HBox();
        row.getStyleClass().add("dock-tabs");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(LayoutSizes.TAB_ROW);
        row.setMaxHeight(LayoutSizes.TAB_ROW);
        row.setMinWidth(0);
        for (PanelFrame frame : frames) {
            ToggleButton tab = new ToggleButton(frame.title());
            tab.setId("dock-" + frame.id());
            tab.getStyleClass().setAll("dock-tab");
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setOnAction(e -> {
                choose(frame);
                pressed.accept(frame);
            });
            tabs.add(tab);
            row.getChildren().add(tab);
        }
        strip.setAlignment(Pos.CENTER_RIGHT);
        strip.setMinWidth(0);
        strip.getStyleClass().add("dock-strip");
        HBox.setHgrow(strip, Priority.ALWAYS);
        Button help = PanelHead.helpButton();
        help.setOnAction(e -> askHelp());
        row.getChildren().addAll(strip, help);
        root.setTop(row);
        root.setMinSize(0, 0);
        root.getStyleClass().add("dock-slot");
        choose(chosen != null && frames.contains(chosen) ? chosen : frames.get(0));
    }

    Region node() {
        return root;
    }

    /** As if it were asked in the panel that is shown. */
    private void askHelp() {
        if (chosen != null) {
            chosen.node().fireEvent(new HelpRequest());
        }
    }

    boolean has(PanelFrame frame) {
        return frames.contains(frame);
    }

    void choose(PanelFrame frame) {
        chosen = frame;
        frame.node().setVisible(true);
        root.setCenter(frame.node());
        showStrip();
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).setSelected(frames.get(i).equals(frame));
        }
    }

    /** A panel that has stopped, or was made anew, has another strip or none. */
    private void showStrip() {
        Region wanted = chosen == null ? null : chosen.panel().map(Panel::strip).orElse(null);
        Region now = strip.getChildren().isEmpty()
                ? null
                : (Region) strip.getChildren().get(0);
        if (wanted != now) {
            strip.getChildren().setAll(wanted == null ? List.of() : List.of(wanted));
            if (wanted != null) {
                HBox.setHgrow(wanted, Priority.ALWAYS);
            }
        }
    }

    /** Hides all but the tabs, or shows it again. */
    void folded(boolean on) {
        if (chosen != null) {
            chosen.node().setVisible(!on);
        }
    }

    /** Lets go of its panels, so that another place can have them. */
    void dissolve() {
        strip.getChildren().clear();
        root.setCenter(null);
    }

    /** Brings the tabs' words up to date. */
    void pulse() {
        showStrip();
        for (int i = 0; i < tabs.size(); i++) {
            String title = frames.get(i).title();
            if (!tabs.get(i).getText().equals(title)) {
                tabs.get(i).setText(title);
            }
        }
    }
}
