package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;

/** The heat's pixels over a synthetic market, at 2000 by 1000 and five minutes, for benchmarks of other packages. */
public final class HeatWork {
    private final SyntheticMarket market = new SyntheticMarket(3);
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final DepthLayer layer = new DepthLayer(HeatScale.tide(0x0B0E13), 0xFF0B0E13, 0xFF10141B, 0xFF202020);
    private DeskView view;
    private int turn;

    public HeatWork() {
        market.snapshot();
        view = market.play(330 * SyntheticMarket.SECOND).view();
        price.tick(0.1);
        price.place(0, 1000);
        price.fit(103_700, 104_300);
        repaint();
    }

    /** A quarter of a second passes in the market; not to be measured. */
    public void advance() {
        market.step();
        view = market.view();
    }

    /** Brings the pixels up to date, as a pulse does. */
    public boolean update() {
        time.now(market.now());
        return layer.update(HeatView.of(time, price, 2000, 1000, 64, 1), view, market.now());
    }

    /** Paints every pixel, as after a zoom. */
    public boolean repaint() {
        turn++;
        layer.colour(new Handles(50_000 + turn % 100, 5e6));
        return update();
    }
}
