package io.faultline.ui.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.ClustersView;
import io.faultline.desk.GridView;
import io.faultline.liquidation.GridFlag;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.DistanceProfile;
import io.faultline.ui.Modelled;
import io.faultline.ui.panel.Cell;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FigureRowsTest {
    private static final double MARK = 61_660;
    private static final long NOW = 1_732_190_460_000L * 1_000_000;
    private static final GridView GRID = Modelled.view(MARK, Venue.BINANCE, Venue.OKX);

    private final LiquidationControl chosen = new LiquidationControl(choice -> {});

    private static String text(List<List<Cell>> rows) {
        return Cell.lines(rows);
    }

    @Test
    void threeFiguresOfEachSideWithinBothDistances() {
        Masses masses = chosen.masses(GRID);

        String text = text(SumRows.of(masses, DistanceProfile.WIDE));

        assertThat(text).startsWith("USD\twithin 2.0\u00a0%\twithin 5.0\u00a0%\nshorts above the mark, at risk\t");
        double far = masses.figuresWithin(PositionSide.LONG, 0.05).atRiskUsd();
        assertThat(text)
                .contains("longs below the mark, at risk\t")
                .contains("\t" + Numbers.usd(far) + "\n   discounted 25\u00a0%\t")
                .contains("\t" + Numbers.usd(far * 0.75) + "\n   expected forced\t")
                .contains(", 80\u00a0%)\n")
                .contains("verdict\t");
        assertThat(text(SumRows.of(masses, DistanceProfile.NARROW)))
                .startsWith("USD\twithin 1.5\u00a0%\twithin 3.0\u00a0%");
    }

    @Test
    void whatIsNotModelledIsUnknownNotZero() {
        Masses none = chosen.masses(GridView.NONE);

        assertThat(text(SumRows.of(none, DistanceProfile.WIDE)))
                .contains("longs below the mark, at risk\t?\t?\n")
                .doesNotContain("\t0");
        assertThat(text(MarketRows.of(none, ClustersView.NONE, 1)))
                .contains("mark, median of the venues\t–\n")
                .contains("open interest of what is chosen\t?\n")
                .contains("depth within 1 %\t?\n")
                .contains("volatility of 4 h to its week\t?\n")
                .doesNotContain("weekend");
        assertThat(text(BasisRows.of(GridView.NONE, NOW))).contains("no venue is modelled");
    }

    @Test
    void saysByVenueWhatTheFiguresRestOn() {
        GridView stale = new GridView(
                GRID.grids(),
                Map.of(
                        Venue.OKX,
                        new GridView.Standing(Set.of(GridFlag.TABLE_STALE, GridFlag.THROTTLED_FEED), null),
                        Venue.BINANCE,
                        new GridView.Standing(Set.of(), LocalDate.of(2024, 11, 1))),
                GRID.heat(),
                GRID.swept(),
                GRID.parameters(),
                NOW / 1_000_000 - 86_400_000L * 37,
                NOW / 1_000_000 - 60_000);

        assertThat(text(BasisRows.of(stale, NOW)))
                .contains("Binance\t1 Nov 2024\tnothing to say\n")
                .contains("OKX\tno date, brackets older than 90 days\tfeed throttled: a lower bound\n")
                .contains("known from 15 Oct 12:01, live since 12:00:00\n")
                .contains("zones, not price targets");
    }
}
