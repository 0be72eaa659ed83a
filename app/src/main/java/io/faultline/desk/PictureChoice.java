package io.faultline.desk;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Window;

/** Which liquidation heatmap is wanted of a symbol. */
public record PictureChoice(Selection selection, Basis basis, LookBack lookBack, Window window) {
    /** All venues and tiers, all positions at risk, of a day. */
    public static final PictureChoice DEFAULT =
            new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.H24);
}
