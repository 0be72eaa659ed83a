package io.faultline.ui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.desk.LedgerView;
import io.faultline.liquidation.ReportFeed;
import org.junit.jupiter.api.Test;

class LedgerTilesTest {
    private static Tile tile(LedgerView view, String id) {
        return LedgerTiles.of(view).stream()
                .filter(tile -> tile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysHowMuchIsNeededWhereThereIsTooLittle() {
        for (Tile tile : LedgerTiles.of(LedgerView.NONE)) {
            assertThat(tile.weight()).isEqualTo(Tile.Weight.NEEDS_MORE);
            assertThat(tile.value()).startsWith("needs ").containsPattern("\\d");
        }
        assertThat(tile(LedgerStory.reached(12, 6), "reach").value())
                .startsWith("needs 18 more")
                .endsWith("has 12");
    }

    @Test
    void holdsReachAgainstRandomLevelsAndSaysWhereNothingIsShown() {
        Tile same = tile(LedgerStory.reached(40, 20), "reach");
        assertThat(same.value()).isEqualTo("50\u00a0% (40–60\u00a0%, n 40)");
        assertThat(same.beside()).startsWith("random level 50\u00a0%");
        assertThat(same.verdict()).isEqualTo("not shown to work (n 40)");
        assertThat(same.weight()).isEqualTo(Tile.Weight.NOT_SHOWN);

        Tile better = tile(LedgerStory.reached(40, 40), "reach");
        assertThat(better.verdict()).startsWith("against random +50 points (");
        assertThat(better.weight()).isEqualTo(Tile.Weight.SHOWN);
    }

    @Test
    void saysWhetherTheBandHoldsWhatItSays() {
        Tile held = tile(LedgerStory.calibrated(60), "reliability");
        assertThat(held.beside()).contains("80\u00a0%").contains("n 60");
        assertThat(held.verdict()).isEqualTo("the band holds what it says");
        assertThat(tile(LedgerStory.calibrated(20), "reliability").value()).startsWith("needs 30 more");
    }

    @Test
    void putsTheFieldsClaimsBesideAndNeverInPlaceOfABaseline() {
        assertThat(tile(LedgerView.NONE, "paths").claim()).contains("70 %").contains("30 %");
        assertThat(tile(LedgerView.NONE, "reversed").claim()).contains("40 %");
        assertThat(tile(LedgerView.NONE, "fired").claim()).contains("60–80 %");
        assertThat(tile(LedgerView.NONE, "price-error").claim()).contains("±1–3 %");
        assertThat(tile(LedgerView.NONE, "reach").claim()).isEmpty();
    }

    @Test
    void writesAReceiptWithTheThrottleStated() {
        String words = ReceiptWords.whole(
                LedgerStory.receipt("L1", 7_200, 12.1e6, ReportFeed.THROTTLED), 1, LedgerStory.NOW * 1_000_000);
        assertThat(words)
                .contains(
                        "modelled 144M",
                        "reported ≥ 12.1M",
                        "at least 8.4\u00a0% reported",
                        "at most one liquidation a second")
                .contains("path hollow 0.18×", "19.2M on the way", "passed after 70 s", "price came fast");
        assertThat(ReceiptWords.reported(LedgerStory.receipt("L1", 7_200, Double.NaN, ReportFeed.NONE)))
                .isEqualTo("?");
        assertThat(ReceiptWords.outcome(
                        LedgerStory.receipt("L1", 60, 0, ReportFeed.COMPLETE), LedgerStory.NOW * 1_000_000))
                .isEqualTo("inside, 29 min to go");
    }

    @Test
    void exportsEveryTouchedClusterInFull() {
        LedgerView view = LedgerStory.touched();
        String[] lines = LedgerExport.csv(view).split("\n", -1);
        assertThat(lines).hasSize(4); // head, two clusters, end of the last line
        assertThat(lines[1]).startsWith("2026-05-12T14:25:05Z,L2,LONG,102750.00,102449.00,1.4400000e+08");
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
        JsonObject json =
                JsonParser.parseString(LedgerExport.json(view, "BTCUSDT")).getAsJsonObject();
        assertThat(json.getAsJsonArray("touched")).hasSize(2);
        assertThat(json.getAsJsonArray("figures")).hasSize(LedgerTiles.of(view).size());
        assertThat(json.get("epoch").getAsString()).isEqualTo("m1-0a1b2c3d");
    }
}
