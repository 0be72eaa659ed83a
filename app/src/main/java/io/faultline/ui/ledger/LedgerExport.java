package io.faultline.ui.ledger;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.desk.LedgerView;
import io.faultline.ledger.LedgerJson;
import io.faultline.ledger.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ledger as files: every touched cluster in full figures, and in JSON what the tiles say. Times are UTC. */
final class LedgerExport {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private static final String HEAD = "time,cluster,side,near,far,mass_usd,expected_usd,expected_low80_usd,"
            + "expected_high80_usd,reported_usd,reports,swept_usd,path_before,path_usd,hollow_ratio,wall_times,catch_usd,"
            + "before,came,bps_a_minute,passed,turned,furthest,price_error,whole";

    private LedgerExport() {}

    /** A line a cluster, newest first; what is not known is empty. */
    static String csv(LedgerView view) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        for (Receipt receipt : view.touched()) {
            out.append(String.join(",", cells(receipt))).append('\n');
        }
        return out.toString();
    }

    private static List<String> cells(Receipt receipt) {
        List<String> cells = new ArrayList<>();
        cells.add(time(receipt.atMillis()));
        cells.add(receipt.name());
        cells.add(receipt.side().name());
        figures(cells, receipt.near(), receipt.far(), receipt.massUsd(), receipt.expectedUsd());
        figures(cells, receipt.expectedLow80(), receipt.expectedHigh80(), receipt.reportedUsd());
        cells.add(receipt.feed().name());
        figures(cells, receipt.sweptUsd());
        cells.add(receipt.path().state().name());
        figures(cells, receipt.path().pathUsd(), receipt.path().hollowRatio());
        figures(cells, receipt.path().wallTimes(), receipt.path().catchUsd());
        cells.add(time(receipt.beforeMillis()));
        cells.add(receipt.cameFast() == null ? "" : receipt.cameFast() ? "FAST" : "SLOW");
        figures(cells, receipt.approachBpsPerMinute());
        cells.add(time(receipt.throughMillis()));
        cells.add(time(receipt.turnedMillis()));
        figures(cells, receipt.extremeReturn(), receipt.priceError());
        cells.add(Boolean.toString(receipt.isWhole()));
        return cells;
    }

    private static void figures(List<String> cells, double... figures) {
        for (double figure : figures) {
            cells.add(Double.isFinite(figure) ? String.format(Locale.ROOT, "%.8g", figure) : "");
        }
    }

    private static String time(long millis) {
        return millis == 0 ? "" : Instant.ofEpochMilli(millis).toString();
    }

    /** The same with the figures of the tiles. */
    static String json(LedgerView view, String symbol) {
        JsonObject json = new JsonObject();
        json.addProperty("symbol", symbol);
        json.addProperty("epoch", view.epoch().id());
        json.addProperty("since", time(view.sinceMillis()));
        json.addProperty("waiting", view.waiting());
        json.addProperty("dropped", view.dropped());
        JsonArray tiles = new JsonArray();
        for (Tile tile : LedgerTiles.of(view)) {
            tiles.add(GSON.toJsonTree(tile));
        }
        json.add("figures", tiles);
        JsonArray receipts = new JsonArray();
        for (Receipt receipt : view.touched()) {
            String line = LedgerJson.write(new LedgerJson.Line(view.epoch().id(), receipt));
            receipts.add(JsonParser.parseString(line).getAsJsonObject().get("entry"));
        }
        json.add("touched", receipts);
        return GSON.toJson(json) + "\n";
    }
}
