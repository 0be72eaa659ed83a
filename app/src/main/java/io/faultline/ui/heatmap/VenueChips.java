package io.faultline.ui.heatmap;

import io.faultline.market.Venue;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A chip a venue: its state as a shape, its two letters. Pressed, it switches the venue off or on; in the heatmap of exchanges it
 * takes the venue out of the picture, or in.
 */
final class VenueChips {
    private static final double SHAPE = 12;

    private final HBox box = new HBox(3);
    private final List<Chip> chips = new ArrayList<>();
    private final Palette palette;
    private final VenueControl control;
    private final LiquidationControl liquidations;

    VenueChips(Palette palette, VenueControl control, LiquidationControl liquidations) {
        this.palette = palette;
        this.control = control;
        this.liquidations = liquidations;
        box.getStyleClass().add("venue-chips");
        box.setMinWidth(Region.USE_PREF_SIZE);
    }

    Region node() {
        return box;
    }

    boolean switchable(Venue venue) {
        return control.switchable(venue);
    }

    void toggle(Venue venue) {
        control.toggle(venue);
    }

    void show(List<VenueControl.Row> rows) {
        while (chips.size() < rows.size()) {
            Chip chip = new Chip();
            chips.add(chip);
            box.getChildren().add(chip.button);
        }
        for (int i = 0; i < chips.size(); i++) {
            boolean used = i < rows.size();
            chips.get(i).button.setVisible(used);
            chips.get(i).button.setManaged(used);
            if (used) {
                chips.get(i).show(rows.get(i));
            }
        }
    }

    /** One venue's. */
    private final class Chip {
        private final Canvas shape = new Canvas(SHAPE, SHAPE);
        private final Button button = new Button();
        private final Tooltip tooltip = new Tooltip();
        private StateShape drawn = StateShape.SILENT;
        private String words = "";

        Chip() {
            button.setGraphic(shape);
            button.setGraphicTextGap(3);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(tooltip);
        }

        void show(VenueControl.Row row) {
            Venue venue = row.venue();
            StateShape state = row.state().kind().shape();
            boolean switchable = control.switchable(venue);
            String now = venue.title() + ": " + row.state().word()
                    + (row.state().sentence().isEmpty()
                            ? ""
                            : " · " + row.state().sentence());
            boolean picking = liquidations.liquidations() && liquidations.type() == HeatType.VENUES;
            boolean counted = picking ? liquidations.venues().contains(venue) : row.wanted();
            int number = List.of(Venue.values()).indexOf(venue) + 1;
            String all = now;
            if (picking) {
                all += "\nPress to take it " + (counted ? "out of" : "into") + " the picture";
            }
            if (switchable) {
                all += "\n" + (picking ? "" : "Press or ") + "Alt+" + number + " to switch it "
                        + (row.wanted() ? "off" : "on");
            }
            if (all.equals(words)) {
                return;
            }
            if (drawn != state || words.isEmpty()) {
                drawn = state;
                GraphicsContext gc = shape.getGraphicsContext2D();
                gc.clearRect(0, 0, SHAPE, SHAPE);
                state.draw(gc, palette, SHAPE / 2, SHAPE / 2);
            }
            words = all;
            tooltip.setText(all);
            button.setId("chip-" + venue.id());
            button.setText(venue.code());
            button.setAccessibleText(all.replace('\n', '.'));
            button.setDisable(!switchable && !picking);
            button.setOnAction(event -> {
                if (picking) {
                    liquidations.toggle(venue);
                } else {
                    control.toggle(venue);
                }
            });
            button.getStyleClass().setAll("venue-chip", counted ? "on" : "off");
        }
    }
}
