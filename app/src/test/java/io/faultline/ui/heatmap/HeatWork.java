package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Window;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.theme.HeatColours;

/** The heat's pixels over a synthetic market, at 2000 by 1000, for benchmarks of other packages. */
public final class HeatWork {
    private static final int COLUMNS = 2000;
    private static final int ROWS = 1000;
    private static final int GROUND = 0xFF0B0E13;
    private static final int GAP = 0xFF10141B;

    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final HeatLayer layer;
    private final Runnable advance;
    private DeskView view;
    private long nowNanos;
    private int turn;

    private HeatWork(HeatLayer layer, SyntheticMarket market) {
        this.layer = layer;
        market.snapshot();
        view = market.play(330 * SyntheticMarket.SECOND).view();
        nowNanos = market.now();
        price.tick(0.1);
        price.place(0, ROWS);
        price.fit(103_700, 104_300);
        advance = () -> {
            market.step();
            view = market.view();
            nowNanos = market.now();
        };
        repaint();
    }

    private HeatWork(HeatLayer layer, ModelledMarket market, Window window, long columnNanos) {
        this.layer = layer;
        PictureChoice choice = new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, window);
        view = market.view(choice);
        price.tick(0.1);
        price.place(0, ROWS);
        price.fit(100_000, 108_000);
        time.span(columnNanos * (COLUMNS - 128));
        // It scrolls into what is known already, a column in each pulse.
        nowNanos = market.nowNanos() - window.millis() * 1_000_000 / 2;
        advance = () -> nowNanos += columnNanos;
        repaint();
    }

    /** Resting depth of five minutes, of which four times a second a book changes. */
    public static HeatWork depth() {
        return new HeatWork(
                new DepthLayer(HeatScale.of(HeatColours.TIDE, 0x0B0E13), GROUND, GAP, 0xFF202020),
                new SyntheticMarket(3));
    }

    /** Liquidations of an hour, a second to a column of pixels. */
    public static HeatWork liquidations() {
        MassLayer layer = new MassLayer(new LiquidationControl(choice -> {}), GROUND, GAP);
        return new HeatWork(layer, ModelledMarket.ONE, Window.H1, 1_000_000_000L);
    }

    /** Liquidations of 30 days. */
    public static HeatWork month() {
        MassLayer layer = new MassLayer(new LiquidationControl(choice -> {}), GROUND, GAP);
        long column = Window.D30.millis() * 1_000_000 / (COLUMNS - 128);
        return new HeatWork(layer, ModelledMarket.ONE, Window.D30, column);
    }

    /** Time passes, so that the next update has something to paint; not to be measured. */
    public void advance() {
        advance.run();
    }

    /** Brings the pixels up to date, as a pulse does. */
    public boolean update() {
        return layer.update(view(), view, nowNanos);
    }

    /** Paints every pixel, as after a zoom or another choice. */
    public boolean repaint() {
        turn++;
        layer.legend().contrast().set(new Handles(50_000 + turn % 100, 2e7));
        layer.recolour();
        return update();
    }

    HeatView view() {
        time.now(nowNanos);
        return HeatView.of(time, price, COLUMNS, ROWS, 128, 1);
    }

    HeatLayer layer() {
        return layer;
    }
}
