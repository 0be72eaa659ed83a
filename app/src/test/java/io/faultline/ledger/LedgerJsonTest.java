package io.faultline.ledger;

import static io.faultline.ledger.LedgerMarket.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.ReportFeed;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerJsonTest {
    private static final CardLines CARD = new CardLines(
            5e6,
            3.75e6,
            3e5,
            1e5,
            6e5,
            SizeBand.MODERATE,
            .006,
            Double.NaN,
            1e6,
            55,
            List.of(Venue.BINANCE, Venue.OKX),
            7_200_000,
            -.004,
            Double.NaN,
            .012,
            DistanceBand.ACTIONABLE,
            FundingFlag.AGREE,
            5,
            6);

    private static final Receipt RECEIPT = new Receipt(
            3,
            "L2",
            PositionSide.LONG,
            T0,
            990.5,
            990.5,
            985,
            988,
            5e6,
            1e9,
            SizeBand.MODERATE,
            3e5,
            1e5,
            6e5,
            T0 - 30_000,
            new PathLines(PathState.DEFENDED, .9, 1e6, .3, Double.NaN, 2e6, .5),
            CARD,
            12.5,
            true,
            ReportFeed.THROTTLED,
            4e6,
            Double.NaN,
            Double.NaN,
            T0 + 60_000,
            0,
            -.011,
            true);

    private static final ReachRecord REACH = new ReachRecord(
            3,
            "L2",
            PositionSide.LONG,
            ReachRecord.Basis.SHOWN,
            T0,
            1000,
            990,
            985,
            5e6,
            1e9,
            3e5,
            SizeBand.MODERATE,
            DistanceBand.ACTIONABLE,
            PathState.UNKNOWN,
            FundingFlag.CONTRADICT,
            T0 + 5_000,
            ReachRecord.Outcome.THROUGH);

    private static final FlowRecord FLOW = new FlowRecord(
            Venue.BYBIT,
            T0,
            300,
            1000,
            1001,
            999,
            1000.5,
            Double.NaN,
            -5e4,
            new SideFlow(1e5, new ForcedFlow(6e3, 1e8), 7e3, 2e5, 3e5),
            new SideFlow(0, ForcedFlow.NONE, Double.NaN, 0, 0));

    private static final List<LedgerEntry> EVERY_KIND = List.of(
            RECEIPT,
            REACH,
            FLOW,
            new LevelSample(T0, 1000, Double.NaN, 990, 1001, 995, 1010, 980),
            new HeavierFirst(
                    T0, PositionSide.SHORT, 1000, 990, 1020, HeavierFirst.First.LONG, HeavierFirst.First.NEITHER));

    @Test
    void readsBackWhatItWrote() {
        for (LedgerEntry entry : EVERY_KIND) {
            String line = LedgerJson.write(new LedgerJson.Line("m1", entry));
            assertThat(line).doesNotContain("\n").doesNotContain("NaN");
            assertThat(LedgerJson.read(line)).isEqualTo(new LedgerJson.Line("m1", entry));
        }
    }

    @Test
    void readsBackAReceiptWithoutACard() {
        LedgerMarket market = new LedgerMarket();
        market.feed = ReportFeed.NONE;
        SeenCluster longs = LedgerMarket.cluster(1, PositionSide.LONG, 20, 25, 6e6);
        market.sees(longs);
        market.stays(LedgerMarket.near(longs) - 1, LedgerMarket.MINUTE);
        Receipt receipt = market.ledger.openReceipts().get(0);
        String line = LedgerJson.write(new LedgerJson.Line("m1", receipt));
        assertThat(LedgerJson.read(line).entry()).isEqualTo(receipt);
    }

    /** Others read these files, too: the names of the keys are kept. */
    @Test
    void writesStableKeys() {
        JsonObject json = JsonParser.parseString(LedgerJson.write(new LedgerJson.Line("m1", REACH)))
                .getAsJsonObject();
        assertThat(json.get("v").getAsInt()).isEqualTo(1);
        assertThat(json.get("epoch").getAsString()).isEqualTo("m1");
        assertThat(json.get("kind").getAsString()).isEqualTo("reach");
        assertThat(json.getAsJsonObject("entry").keySet())
                .containsExactly(
                        "trackId",
                        "name",
                        "side",
                        "basis",
                        "atMillis",
                        "mark",
                        "near",
                        "far",
                        "massUsd",
                        "openInterestUsd",
                        "expectedUsd",
                        "size",
                        "band",
                        "path",
                        "squeeze",
                        "touchedMillis",
                        "outcome");
        assertThat(json.getAsJsonObject("entry").get("outcome").getAsString()).isEqualTo("THROUGH");
    }

    @Test
    void refusesWhatItDidNotWrite() {
        String line = LedgerJson.write(new LedgerJson.Line("m1", REACH));
        assertThatThrownBy(() -> LedgerJson.read(line.replace("\"v\":1", "\"v\":2")))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> LedgerJson.read(line.replace("\"reach\"", "\"tea\"")))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("tea");
        assertThatThrownBy(() -> LedgerJson.read("[]")).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> LedgerJson.read(line.substring(0, 40))).isInstanceOf(JsonParseException.class);
    }
}
