package io.faultline.ui.funding;

import io.faultline.ui.theme.Palette;
import javafx.scene.paint.Color;

/** The colour of a change. */
final class FundingTones {
    private FundingTones() {}

    static Color of(Palette palette, double change) {
        return Double.isNaN(change) || change == 0 ? palette.low() : change > 0 ? palette.ok() : palette.ask();
    }
}
