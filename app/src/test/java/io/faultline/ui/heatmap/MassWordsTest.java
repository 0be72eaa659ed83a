package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.VenueControl;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MassWordsTest {
    private static final ModelledMarket MARKET = ModelledMarket.ONE;
    private static final GridView.Heat HEAT = MARKET.heat(PictureChoice.DEFAULT);

    private final LiquidationControl control = new LiquidationControl(choice -> {});
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final MassLayer layer = new MassLayer(control, 0xFF0B0E13, 0xFF10141B);

    private Frame show(DeskView view) {
        price.place(0, 600);
        time.now(MARKET.nowNanos());
        Frame frame =
                Frame.of(HeatView.of(time, price, 900, 600, 120, 1), view, VenueControl.none(), MARKET.nowNanos());
        layer.update(frame.view(), view, MARKET.nowNanos());
        return frame;
    }

    private static GridView grid(GridView like, long known, long live) {
        return new GridView(like.grids(), like.venues(), like.heat(), like.swept(), like.parameters(), known, live);
    }

    @Test
    void saysWindowUseCellBasisAndScale() {
        Frame frame = show(MARKET.view(MARKET.grid(HEAT)));
        assertThat(MassWords.what(layer, frame)).isEqualTo("24h · 1 min × 5 bp · USD at risk, log");
        control.window(Window.D7);
        assertThat(MassWords.what(layer, frame)).isEqualTo("7d · 5 min × 5 bp · USD at risk, log");
    }

    @Test
    void saysTheNetFigureOfDeltaWithinTheProfilesDistance() {
        control.type(HeatType.DELTA);
        Frame frame = show(MARKET.view(MARKET.grid(HEAT)));
        double net = layer.present().masses().profile().netUsd(0.05);

        assertThat(MassWords.what(layer, frame))
                .startsWith("net ")
                .contains(" within 5\u00a0%: more " + (net < 0 ? "longs below" : "shorts above"));
        control.timeframe(Timeframe.SCALP);
        assertThat(MassWords.net(layer)).contains(" within 3\u00a0%");
    }

    @Test
    void addsUpWhatWasReportedAndSweptBySide() {
        control.type(HeatType.FEED);
        DeskView view = MARKET.view(MARKET.grid(HEAT));
        Frame frame = show(view);
        FiredTotals hour = FiredTotals.since(view, MARKET.nowNanos() - 3_600_000_000_000L, 0);

        assertThat(hour.longsUsd()).isPositive();
        assertThat(MassWords.what(layer, frame))
                .contains("reported 1 h " + hour.reported())
                .contains("since 20:00 L ")
                .contains("swept by model L ");
    }

    @Test
    void saysWhereTheFiguresComeFromAndHowYoungTheyAre() {
        GridView grid = MARKET.grid(HEAT);
        Frame frame = show(MARKET.view(grid));
        assertThat(MassWords.source(layer, frame)).isEqualTo("history to 20:00, live since");

        long hourAgo = MARKET.nowMillis() - 40 * ModelledMarket.MINUTE;
        frame = show(MARKET.view(grid(grid, hourAgo, hourAgo)));
        assertThat(MassWords.source(layer, frame)).isEqualTo("live since 21:20 · built from 40 min");

        frame = show(MARKET.view(grid(grid, Long.MAX_VALUE, Long.MAX_VALUE)));
        assertThat(MassWords.source(layer, frame)).isEqualTo("no history yet");
    }

    @Test
    void namesTheFlagsWithTheirVenuesTheGraveOnesApart() {
        GridView grid = MARKET.grid(
                HEAT,
                Map.of(
                        Venue.BINANCE,
                        new GridView.Standing(Set.of(GridFlag.THROTTLED_FEED), LocalDate.of(2025, 4, 1)),
                        Venue.BYBIT,
                        new GridView.Standing(
                                Set.of(GridFlag.SIDE_ESTIMATED, GridFlag.VENUE_DOWN), LocalDate.of(2025, 2, 9)),
                        Venue.OKX,
                        new GridView.Standing(Set.of(GridFlag.SIDE_ESTIMATED), null)));
        Frame frame = show(MARKET.view(grid));

        assertThat(MassWords.flags(grid))
                .containsExactly(
                        "venue down: not in the totals BY",
                        "feed throttled: a lower bound BN",
                        "taker side estimated BY OK",
                        "brackets as of 9 Feb 2025");
        HeadNotes notes = MassWords.notes(layer, frame, "weekend: books are thin");
        assertThat(notes.trouble()).isEqualTo("venue down: not in the totals BY");
        assertThat(notes.source())
                .startsWith("history to 20:00, live since · weekend: books are thin · feed throttled")
                .endsWith("brackets as of 9 Feb 2025");
        assertThat(notes.all()).contains(MassWords.ZONES, MassWords.BLIND_SPOTS, "weekend: books are thin");
    }

    @Test
    void saysWhatIsWaitedFor() {
        GridView grid = MARKET.grid(new GridView.Heat(PictureChoice.DEFAULT, List.of(), null, true));
        Frame frame = show(MARKET.view(grid));
        assertThat(MassWords.waiting(layer)).isEqualTo("computing the heatmap");
        assertThat(MassWords.notes(layer, frame, "").trouble()).startsWith("computing the heatmap");

        show(MARKET.view(GridView.NONE));
        assertThat(MassWords.waiting(layer)).isEqualTo("the model waits for a mark price");
        assertThat(layer.asText(frame, price)).contains("nothing is modelled yet");
    }

    @Test
    void givesEachBinInViewAsText() {
        price.tick(0.1);
        price.place(0, 600);
        price.fit(103_000, 106_000);
        Frame frame = show(MARKET.view(MARKET.grid(HEAT)));
        String text = layer.asText(frame, price);

        assertThat(text).startsWith("liquidations, cumulative, 24h");
        assertThat(text).contains(MassWords.ZONES, "brackets as of 1 Apr 2025");
        List<String> rows =
                text.lines().filter(line -> line.contains("\tshort\t")).toList();
        assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> row.split("\t").length == 8);
        assertThat(rows.get(0)
                        .replace(",", "")
                        .split("\t", 2)[0]
                        .compareTo(rows.get(5).replace(",", "").split("\t", 2)[0]))
                .as("the highest first")
                .isPositive();
    }

    @Test
    void namesColdZonesWithRangeAndMass() {
        Frame frame = show(MARKET.view(MARKET.grid(HEAT)));
        MassNow.Cold zone = layer.present().cold().get(0);
        assertThat(zone.high() / zone.low() - 1).isGreaterThan(0.0029);
        assertThat(MassOverlay.words(zone, layer, frame.decimals()))
                .matches("cold \\d{2,3},\\d{3}–\\d{2,3},\\d{3}, [0-9.]+[kM] in \\d\\.\\d\\d\u00a0%");
    }
}
