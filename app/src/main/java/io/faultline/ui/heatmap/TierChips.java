package io.faultline.ui.heatmap;

import io.faultline.liquidation.Tier;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.theme.Theme;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A chip a band of leverage, in its hue and with its number: the legend of tiers, and a switch for each. */
final class TierChips {
    private static final double SQUARE = 8;

    private final HBox box = new HBox(3);
    private final List<ToggleButton> chips = new ArrayList<>();
    private final LiquidationControl control;
    private Set<Tier.Band> shown = Set.of();

    TierChips(LiquidationControl control) {
        this.control = control;
        box.getStyleClass().add("venue-chips");
        box.setId("tier-chips");
        box.setMinWidth(Region.USE_PREF_SIZE);
        int key = 0;
        for (Tier.Band band : Tier.Band.values()) {
            key++;
            ToggleButton chip = new ToggleButton(TierColours.title(band));
            Rectangle square = new Rectangle(SQUARE, SQUARE, TierColours.of(band));
            if (Theme.palette().light()) {
                square.setStroke(Theme.palette().lineStrong());
            }
            chip.setGraphic(square);
            chip.setGraphicTextGap(4);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setTooltip(
                    new Tooltip("Leverage about " + TierColours.title(band) + ", in or out (Shift+" + key + ")"));
            chip.setOnAction(event -> {
                control.toggle(band);
                show();
            });
            chips.add(chip);
            box.getChildren().add(chip);
        }
        show();
    }

    Region node() {
        return box;
    }

    /** Brings the chips up to date. */
    void show() {
        Set<Tier.Band> now = control.bands();
        int number = 0;
        for (Tier.Band band : Tier.Band.values()) {
            ToggleButton chip = chips.get(number++);
            boolean on = now.contains(band);
            chip.setSelected(on);
            if (!now.equals(shown)) {
                chip.getStyleClass().setAll("venue-chip", "tier", on ? "on" : "off");
                chip.setAccessibleText("Leverage " + TierColours.title(band) + (on ? " is counted" : " is left out"));
                chip.getGraphic().setOpacity(on ? 1 : 0.35);
            }
        }
        shown = now;
    }
}
