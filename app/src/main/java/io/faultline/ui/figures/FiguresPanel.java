package io.faultline.ui.figures;

import io.faultline.ui.panel.Cell;
import io.faultline.ui.panel.CellGrid;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/**
 * What the liquidation model has on each side, in the three figures that it can be told in; the market around it; and what
 * all that rests on. Figures move twice a second. JavaFX thread only.
 */
public final class FiguresPanel implements Panel {
    private static final long REST_NANOS = 500_000_000L;

    private final LiquidationControl chosen;
    private final CellGrid sums = new CellGrid(true);
    private final CellGrid market = new CellGrid(true);
    private final CellGrid basis = new CellGrid(false);
    private final ScrollPane root;
    private List<List<Cell>> sumRows = List.of();
    private List<List<Cell>> marketRows = List.of();
    private List<List<Cell>> basisRows = List.of();
    private long shownAt = Long.MIN_VALUE;
    private long shownVersion = -1;

    public FiguresPanel(Shared axes) {
        chosen = axes.liquidations();
        FlowPane content = new FlowPane(36, 10, sums.node(), market.node(), basis.node());
        content.getStyleClass().add("dock-table");
        root = new ScrollPane(content);
        root.getStyleClass().add("dock-scroll");
        root.setFitToWidth(true);
        root.setMinSize(0, 0);
    }

    @Override
    public String title() {
        return "Figures";
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        boolean rest = shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS;
        if (rest && shownVersion == chosen.version()) {
            return;
        }
        shownAt = clock;
        shownVersion = chosen.version();
        Masses masses = chosen.masses(pulse.view().grid());
        sumRows = SumRows.of(masses, chosen.timeframe().distances());
        marketRows = MarketRows.of(
                masses, pulse.view().clusters(), LastPrice.of(pulse.view()).decimals());
        basisRows = BasisRows.of(pulse.view().grid(), pulse.nowNanos());
        sums.show(sumRows);
        market.show(marketRows);
        basis.show(basisRows);
    }

    @Override
    public String asText() {
        return "Figures of the liquidation model\n" + Cell.lines(sumRows) + Cell.lines(marketRows)
                + Cell.lines(basisRows);
    }
}
