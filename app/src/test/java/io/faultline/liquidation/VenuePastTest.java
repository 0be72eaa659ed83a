package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.HistoryBar;
import io.faultline.market.Ohlc;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VenuePastTest {
    private static final Ohlc PRICES = new Ohlc(1, 600_000, 601_000, 599_000, 600_500);

    @Test
    void givesTheGridWhatTheStoreKnows() {
        HistoryBar bar = new HistoryBar(
                Timeframe.FIVE_MINUTES,
                SyntheticMarket.NOW,
                PRICES,
                new Ohlc(2, 6_000_100, 6_009_900, 5_990_100, 6_004_900),
                7e6,
                3e6,
                1_000,
                Set.of());
        assertThat(VenuePast.of(List.of(bar)))
                .isEqualTo(new VenuePast(
                        List.of(new GridBar(
                                SyntheticMarket.NOW,
                                300,
                                60_000,
                                60_100,
                                59_900,
                                60_050,
                                59_901,
                                60_099,
                                60_049,
                                7e6,
                                3e6,
                                1_000,
                                Double.NaN,
                                Double.NaN)),
                        Set.of()));
    }

    @Test
    void passesOnWhatIsEstimatedOrMissing() {
        HistoryBar bar = new HistoryBar(
                Timeframe.HOUR,
                SyntheticMarket.NOW,
                PRICES,
                null,
                7e6,
                3e6,
                Double.NaN,
                Set.of(HistoryBar.Flag.ESTIMATED_SPLIT, HistoryBar.Flag.NO_MARK, HistoryBar.Flag.NO_OI));
        VenuePast past = VenuePast.of(List.of(bar));
        SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        grid.open(Venue.BYBIT, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        Past.learn(grid, Venue.BYBIT, past.bars(), past.flags());
        assertThat(grid.flags(SyntheticMarket.NOW).getOrDefault(Venue.BYBIT, Set.of()))
                .contains(GridFlag.SIDE_ESTIMATED, GridFlag.MARK_FROM_LAST, GridFlag.NO_OI_HISTORY, GridFlag.NO_OI);
        assertThat(grid.snapshots(SyntheticMarket.NOW + SyntheticMarket.HOUR)).hasSize(1);
    }
}
