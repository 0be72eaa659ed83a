package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.market.RiskTiers.Source;
import io.faultline.market.RiskTiers.Tier;
import io.faultline.market.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTierTablesTest {
    private static final InstrumentId BYBIT_BTC = new InstrumentId(Venue.BYBIT, "BTCUSDT");

    private final RiskTierTables bundled = RiskTierTables.bundled();

    @Test
    void comesWithTablesThatAreAllUsable() {
        assertThat(bundled.faults()).isEmpty();
        assertThat(bundled.tables())
                .extracting(table -> table.instrument() + " " + table.asOf())
                .containsExactlyInAnyOrder(
                        "binance:BTCUSDT 2026-03-26",
                        "binance:ETHUSDT 2026-03-26",
                        "binance:SOLUSDT 2026-03-26",
                        "binance:XRPUSDT 2026-03-26",
                        "binance:BNBUSDT 2026-05-01",
                        "binance:DOGEUSDT 2026-05-01",
                        "binance:SUSHIUSDT 2026-05-01",
                        "binance:1000PEPEUSDT 2026-05-01",
                        "bybit:BTCUSDT 2026-08-05",
                        "bybit:ETHUSDT 2026-08-05",
                        "bybit:XRPUSDT 2026-08-05",
                        "bybit:BTCUSDT 2026-10-01",
                        "okx:BTC-USDT-SWAP 2026-09-18",
                        "okx:ETH-USDT-SWAP 2026-09-26",
                        "bitget:BTCUSDT 2025-09-26",
                        "bitget:ETHUSDT 2025-09-26",
                        "bitget:SOLUSDT 2025-09-15");
        assertThat(bundled.tables()).allSatisfy(table -> {
            assertThat(table.source()).isEqualTo(Source.BUNDLED);
            assertThat(table.origin()).hasSizeGreaterThan(20);
            assertThat(table.unit() == RiskTiers.Unit.CONTRACTS).isEqualTo(table.venue() == Venue.OKX);
        });
    }

    /** What a position must keep has no jump at the end of a tier, where slices are charged. */
    @Test
    void asksForTheSameMarginOnEitherSideOfATiersEnd() {
        int deducted = 0;
        for (RiskTiers table : bundled.tables()) {
            List<Tier> tiers = table.tiers();
            for (int i = 1; i < tiers.size(); i++) {
                Tier tier = tiers.get(i);
                BigDecimal deduction = tier.deduction();
                BigDecimal before = tiers.get(i - 1).deduction();
                if (deduction == null || before == null) {
                    assertThat(table.venue()).isIn(Venue.OKX, Venue.BITGET);
                    continue;
                }
                deducted++;
                BigDecimal end = tier.floor();
                assertThat(end.multiply(tier.maintenanceRate()).subtract(deduction))
                        .as("%s at %s", table.instrument(), end)
                        .isEqualByComparingTo(
                                end.multiply(tiers.get(i - 1).maintenanceRate()).subtract(before));
            }
        }
        assertThat(deducted).isGreaterThan(200);
    }

    @Test
    void givesTheNewestTableOfADay() {
        assertThat(bundled.newest(BYBIT_BTC).orElseThrow().tiers()).hasSize(36);
        assertThat(bundled.at(BYBIT_BTC, LocalDate.of(2026, 9, 30))
                        .orElseThrow()
                        .tiers())
                .hasSize(35);
        assertThat(bundled.at(BYBIT_BTC, LocalDate.of(2026, 8, 4))).isEmpty();
        assertThat(bundled.newest(new InstrumentId(Venue.BYBIT, "SOLUSDT"))).isEmpty();
    }

    @Test
    void goesOnInEqualStepsOnOkx() {
        RiskTiers okx =
                bundled.newest(new InstrumentId(Venue.OKX, "BTC-USDT-SWAP")).orElseThrow();
        for (int n = 4; n <= okx.tiers().size(); n++) {
            Tier tier = okx.tiers().get(n - 1);
            assertThat(tier.cap()).isEqualByComparingTo(BigDecimal.valueOf(20_000L * (n - 2)));
            assertThat(tier.maintenanceRate()).isEqualByComparingTo(BigDecimal.valueOf(125 + 50L * (n - 4), 4));
        }
        assertThat(okx.tiers()).hasSize(99);
        assertThat(bundled.newest(new InstrumentId(Venue.OKX, "ETH-USDT-SWAP"))
                        .orElseThrow()
                        .complete())
                .isFalse();
    }

    @Test
    void saysWhatTheSheetSays() throws IOException {
        String sheet = Files.readString(Captures.file("live_frames/risk_tiers.json"));
        for (JsonElement element :
                JsonParser.parseString(sheet).getAsJsonObject().getAsJsonArray("tables")) {
            JsonObject expected = element.getAsJsonObject();
            InstrumentId id = new InstrumentId(
                    Venue.valueOf(expected.get("venue").getAsString()),
                    expected.get("instId").getAsString());
            RiskTiers table = bundled.at(
                            id, LocalDate.parse(expected.get("asOf").getAsString()))
                    .orElseThrow();
            List<JsonElement> rows = expected.getAsJsonArray("tiers").asList();
            assertThat(table.tiers()).as("%s", id).hasSize(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                JsonObject row = rows.get(i).getAsJsonObject();
                Tier tier = table.tiers().get(i);
                assertThat(tier.floor()).isEqualByComparingTo(row.get("floor").getAsString());
                assertThat(tier.cap()).isEqualByComparingTo(row.get("cap").getAsString());
                assertThat(tier.maintenanceRate())
                        .isEqualByComparingTo(row.get("mmr").getAsString());
                assertThat(tier.initialRate())
                        .isEqualByComparingTo(row.get("imr").getAsString());
                assertThat(tier.maxLeverage())
                        .isEqualByComparingTo(row.get("maxLeverage").getAsString());
                if (row.get("deduction").isJsonNull()) {
                    assertThat(tier.deduction()).isNull();
                } else {
                    assertThat(tier.deduction())
                            .isEqualByComparingTo(row.get("deduction").getAsString());
                }
            }
        }
    }

    @Test
    void readsAUsersFileAndLeavesOutWhatIsWrongWithWords() {
        RiskTierTables read = RiskTierTables.read(
                file("{'venue':'bybit','instrument':'BTCUSDT','asOf':'2026-11-01','confidence':'high','bySlice':true,"
                        + "'tiers':[['100','0.01','0.02','50'],['200','0.02','0.04','25']]},"
                        + "\n{'venue':'bybit','instrument':'ETHUSDT','asOf':'2026-11-01',"
                        + "'tiers':[['100','0.02','0.04','25'],['200','0.01','0.02','50']]},"
                        + "\n{'venue':'mtgox','instrument':'BTCUSD','asOf':'2026-11-01','tiers':[]},"
                        + "{'venue':'okx','instrument':'BTC-USDT-SWAP','asOf':'today','tiers':[]}"),
                Source.IMPORTED);

        assertThat(read.tables()).hasSize(1);
        RiskTiers table = read.tables().get(0);
        assertThat(table.source()).isEqualTo(Source.IMPORTED);
        assertThat(table.asOf()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(table.tiers().get(1).deduction()).isEqualByComparingTo("1");
        assertThat(read.faults())
                .containsExactly(
                        "line 2: bybit ETHUSDT of 2026-11-01: left out, for tier 2 has a maintenance rate of 0.01, below the one"
                                + " before, 0.02",
                        "line 3: mtgox BTCUSD of 2026-11-01: left out, for it needs a venue, an instrument and a day",
                        "line 3: okx BTC-USDT-SWAP of today: left out, for it needs a venue, an instrument and a day");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|line 1: expected an object, found the end of the text at offset 0; what follows was not read",
                "{}|line 1: no file of risk tiers: its format is not faultline-risk-tiers-1",
                "{'format':'faultline-risk-tiers-1','tables':[{'tiers':[['1','2']]}]}|line 1: a tier with too few numbers at offset 64, at the initial rate, behind the maintenance rate 2, of tier 1 of ? ? of ?; what follows was not read",
                "{'format':'faultline-risk-tiers-1','tables':[{'tiers':[['100','0,01','0.02','50']]}]}|line 1: expected the end of the number, found ',' at offset 64, at the maintenance rate, behind the cap 100, of tier 1 of ? ? of ?; what follows was not read",
                "{'format':'faultline-risk-tiers-1','tables':[{'venue':'okx','asOf':'+999999999-12-31'}]}|line 1: okx ? of +999999999-12-31: left out, for it needs a venue, an instrument and a day",
                "{'format':'faultline-risk-tiers-1','tables':[{'unit':'bananas'}]}|line 1: an unknown word at offset 62, near field unit in ? ? of ?; what follows was not read"
            })
    void saysWhatIsWrongWithAFile(String text, String fault) {
        RiskTierTables read = RiskTierTables.read(text == null ? "" : text.replace('\'', '"'), Source.IMPORTED);

        assertThat(read.tables()).isEmpty();
        assertThat(read.faults()).containsExactly(fault);
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() {
        String text = file("{'venue':'bybit','instrument':'BTCUSDT','asOf':'2026-11-01',"
                + "'tiers':[['100','0.01','0.02','50']]}");

        assertThat(RiskTierTables.read("\ufeff" + text, Source.IMPORTED).tables())
                .isEqualTo(RiskTierTables.read(text, Source.IMPORTED).tables())
                .hasSize(1);
    }

    @Test
    void namesTheTableAndTheTierOfWhatEndsTheReading() {
        RiskTierTables read = RiskTierTables.read(
                file("{'venue':'bybit','instrument':'BTCUSDT','asOf':'2026-11-01',"
                        + "'tiers':[['100','0.01','0.02','50']]},\n{'venue':'okx','instrument':'BTC-USDT-SWAP',"
                        + "'asOf':'2026-11-02','tiers':[['100','0.01','0.02','50'],['200','0.02',null,'25']]}"),
                Source.IMPORTED);

        assertThat(read.tables()).hasSize(1);
        assertThat(read.faults()).hasSize(1);
        assertThat(read.faults().get(0))
                .startsWith("line 2: missing field of a tier at offset ")
                .endsWith(", at the initial rate, behind the maintenance rate 0.02, of tier 2 of okx BTC-USDT-SWAP of"
                        + " 2026-11-02; what follows was not read");
    }

    private static String file(String tables) {
        return ("{'format':'faultline-risk-tiers-1','tables':[" + tables + "]}").replace('\'', '"');
    }
}
