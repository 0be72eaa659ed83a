package io.faultline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.journal.JournalReport;
import io.faultline.ledger.AddedR2;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.Scoreboard;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.Frame;
import io.faultline.market.Venue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores the model on journals: frames go through the decoders and desks that live ones go through. */
final class JournalEvaluation {
    private final List<Path> journals;
    private final Venues venues;
    private final LedgerRule rule = LedgerRule.standard("evaluate");
    private final List<JournalMarket> markets = new ArrayList<>();

    JournalEvaluation(List<Path> journals, Venues venues) {
        this.journals = List.copyOf(journals);
        this.venues = venues;
    }

    /** @throws JournalException when the journals cannot be read */
    EvaluateReport run() throws JournalException {
        Set<Venue> telling = LiquidationFeeds.in(journals);
        FrameReaders readers = new FrameReaders(venues);
        Desks desks = new Desks(
                new CanonicalNames(venues.adapters()), 0, desk -> markets.add(new JournalMarket(desk, rule, telling)));
        try (JournalReader reader = JournalReader.open(journals)) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                Frame current = frame;
                readers.of(frame).ifPresent(decoder -> decoder.read(current, desks::take));
            }
            markets.removeIf(market -> !market.isModelled());
            return report(reader.report());
        }
    }

    private EvaluateReport report(JournalReport journal) {
        List<FlowRecord> flows = new ArrayList<>();
        List<FlowRecord> afterWarmUp = new ArrayList<>();
        List<List<LedgerEntry>> entries = new ArrayList<>();
        EvaluateReport.Coverage coverage = new EvaluateReport.Coverage(0, 0, 0);
        for (JournalMarket market : markets) {
            flows.addAll(market.flows());
            afterWarmUp.addAll(market.flowsAfterWarmUp());
            entries.add(market.entries());
            coverage = coverage.plus(market.coverage());
        }
        return new EvaluateReport(
                EvaluateReport.Source.JOURNAL,
                settings(journal),
                title(journal),
                AddedR2.of(afterWarmUp),
                Optional.of(FlowCalibration.of(flows)),
                Optional.of(Scoreboard.ofMarkets(entries, rule.distances())),
                List.of(),
                List.of(),
                coverage,
                journal.problems());
    }

    private JsonObject settings(JournalReport journal) {
        JsonObject json = new JsonObject();
        JsonArray files = new JsonArray();
        journal.files().forEach(file -> files.add(file.toString()));
        json.add("files", files);
        if (journal.firstNanos() > 0) {
            json.addProperty("from", Times.iso(journal.firstNanos()));
            json.addProperty("to", Times.iso(journal.lastNanos()));
        }
        JsonArray symbols = new JsonArray();
        EnumSet<Venue> all = EnumSet.noneOf(Venue.class);
        for (JournalMarket market : markets) {
            symbols.add(market.symbol());
            all.addAll(market.venues());
        }
        json.add("symbols", symbols);
        JsonArray venueIds = new JsonArray();
        all.forEach(venue -> venueIds.add(venue.id()));
        json.add("venues", venueIds);
        json.addProperty("stepSeconds", ModelParameters.DEFAULT.stepSeconds());
        json.addProperty("warmUpDays", AddedR2.WARM_UP_MILLIS / 86_400_000L);
        json.add("model", EvaluateJson.parameters(ModelParameters.DEFAULT));
        return json;
    }

    private List<String> title(JournalReport journal) {
        String modelled = markets.isEmpty()
                ? "nothing in it could be modelled"
                : markets.stream().map(JournalMarket::symbol).sorted().collect(Collectors.joining(", "));
        String files = journal.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        if (journal.firstNanos() == 0) {
            return List.of(files, modelled);
        }
        return List.of(files, Times.iso(journal.firstNanos()) + " to " + Times.iso(journal.lastNanos()), modelled);
    }
}
