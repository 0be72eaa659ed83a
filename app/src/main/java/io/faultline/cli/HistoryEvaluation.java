package io.faultline.cli;

import com.google.gson.JsonObject;
import io.faultline.ledger.AddedR2;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.FlowMeter;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.HistoryTrial;
import io.faultline.liquidation.BarSeries;
import io.faultline.liquidation.BracketTable;
import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.Venue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores the model on a file of a venue's past. */
final class HistoryEvaluation {
    private final Path file;
    private final Venue venue;
    private final String symbol;
    private final BracketTables tables;
    private final ModelParameters parameters = ModelParameters.DEFAULT;

    /** @param symbol whose margin tables these are */
    HistoryEvaluation(Path file, Venue venue, String symbol, BracketTables tables) {
        this.file = file;
        this.venue = venue;
        this.symbol = symbol;
        this.tables = tables;
    }

    EvaluateReport run() throws IOException {
        HistoryCsv csv = HistoryCsv.read(file);
        BarSeries series = BarSeries.of(csv.bars());
        List<FlowRecord> flows = new ArrayList<>();
        FlowMeter meter = FlowMeter.ofEachBar(venue, flows::add);
        HistoryClusters clusters = new HistoryClusters(venue, csv.funding());
        new HistoryTrial(tables, parameters).run(series, (bar, report, grid) -> {
            meter.stepped(bar, report);
            clusters.stepped(bar, report, grid);
        });
        long from = csv.bars().get(0).startMillis();
        long to = csv.bars().get(csv.bars().size() - 1).endMillis();
        return new EvaluateReport(
                EvaluateReport.Source.HISTORY,
                settings(csv, from, to),
                title(csv, from, to),
                to - from < AddedR2.LEAST_MILLIS ? Map.of() : AddedR2.of(afterWarmUp(flows, from)),
                Optional.of(FlowCalibration.of(flows)),
                Optional.of(clusters.board()),
                List.of(),
                List.of(),
                coverage(csv.bars()),
                remarks(csv, series));
    }

    private static List<FlowRecord> afterWarmUp(List<FlowRecord> flows, long from) {
        return flows.stream()
                .filter(flow -> flow.startMillis() >= from + AddedR2.WARM_UP_MILLIS)
                .toList();
    }

    private static EvaluateReport.Coverage coverage(List<GridBar> bars) {
        long withInterest =
                bars.stream().filter(bar -> !Double.isNaN(bar.openInterest())).count();
        long withReports = bars.stream()
                .filter(bar -> !Double.isNaN(bar.forcedLongUsd()) && !Double.isNaN(bar.forcedShortUsd()))
                .count();
        return new EvaluateReport.Coverage(bars.size(), withInterest, withReports);
    }

    private JsonObject settings(HistoryCsv csv, long from, long to) {
        BracketTable table = tables.at(from);
        JsonObject json = new JsonObject();
        json.addProperty("file", file.toString());
        json.addProperty("venue", venue.id());
        json.addProperty("symbol", symbol);
        json.addProperty("brackets", table.validFrom().toString());
        json.addProperty("from", Times.isoMillis(from));
        json.addProperty("to", Times.isoMillis(to));
        json.addProperty("bars", csv.bars().size());
        json.addProperty("barSeconds", usualSeconds(csv.bars()));
        json.addProperty("warmUpDays", AddedR2.WARM_UP_MILLIS / 86_400_000L);
        json.add("model", EvaluateJson.parameters(parameters));
        return json;
    }

    private List<String> title(HistoryCsv csv, long from, long to) {
        return List.of(
                file + ": " + csv.bars().size() + " bars, " + Times.isoMillis(from) + " to " + Times.isoMillis(to),
                "margin table of " + venue.title() + " " + symbol + ", valid from "
                        + tables.at(from).validFrom());
    }

    private static double usualSeconds(List<GridBar> bars) {
        double[] seconds = bars.stream().mapToDouble(GridBar::seconds).sorted().toArray();
        return seconds[seconds.length / 2];
    }

    private List<String> remarks(HistoryCsv csv, BarSeries series) {
        List<String> remarks = new ArrayList<>();
        if (!series.remark().isEmpty()) {
            remarks.add(series.remark());
        }
        if (csv.estimatedSplits() > 0) {
            remarks.add("estimated what takers bought in " + csv.estimatedSplits() + " bars from their returns");
        }
        long last = csv.bars().get(csv.bars().size() - 1).endMillis();
        tables.flagsAt(last).forEach(flag -> remarks.add(flag.chip()));
        return remarks;
    }
}
