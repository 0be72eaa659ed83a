package io.faultline.practice.crowd;

import io.faultline.liquidation.BracketReading;
import io.faultline.liquidation.MarginScheme;
import io.faultline.liquidation.TieredNotional;
import java.util.List;

/** The margin table of the practice market's venues. */
public final class CrowdMargin {
    private CrowdMargin() {}

    /** Binance's table of BTCUSDT as published on 2021-03-18, whose sizes are in coins (model 24.2). */
    public static MarginScheme binance2021() {
        List<BracketReading.Row> rows = List.of(
                row(50e3, .004, 125),
                row(250e3, .005, 100),
                row(1e6, .01, 50),
                row(10e6, .025, 20),
                row(20e6, .05, 10),
                row(50e6, .1, 5),
                row(100e6, .125, 4),
                row(200e6, .15, 3),
                row(300e6, .25, 2),
                row(500e6, .5, 1));
        BracketReading reading = BracketReading.of(rows, BracketReading.Charging.BY_SLICE);
        return new TieredNotional(reading.brackets().orElseThrow(), 0, 1);
    }

    private static BracketReading.Row row(double cap, double rate, double maxLeverage) {
        return new BracketReading.Row(Double.NaN, cap, rate, maxLeverage);
    }
}
