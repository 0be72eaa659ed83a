package io.faultline.desk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.faultline.liquidation.Bins;
import io.faultline.signal.BookPicture;
import io.faultline.signal.PaperFill;
import io.faultline.signal.PaperResult;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.PaperTrade;
import io.faultline.signal.SessionPlan;
import io.faultline.signal.SideBins;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A paper trade as a record, that survives the program: say PAPER beside each figure.
 *
 * @param id of the run in which it was armed
 * @param mark that its open part was valued at when it was kept
 */
public record KeptPaper(String symbol, int id, double mark, PaperResult result) {
    /** Kind of its record. */
    public static final String KIND = "paper";

    /** What rests about price is kept this far. */
    private static final double PICTURED = 0.02;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** What stands in the record. */
    private record Line(
            String symbol,
            int id,
            double mark,
            SessionPlan plan,
            PaperTerms terms,
            PaperTrade.Stage stage,
            long armedMillis,
            List<PaperFill> fills,
            double grossUsd,
            double feesUsd,
            double fundingUsd,
            @Nullable Before before) {}

    /** What rested about price before the entry, USD by 5 bp bin from the first one on. */
    private record Before(long millis, double mid, int firstBin, List<Double> bids, List<Double> asks) {
        static Before of(BookPicture picture) {
            int first = Bins.of(picture.mid() * (1 - PICTURED));
            int count = Bins.of(picture.mid() * (1 + PICTURED)) - first + 1;
            return new Before(
                    picture.millis(),
                    picture.mid(),
                    first,
                    usd(picture.bids(), first, count),
                    usd(picture.asks(), first, count));
        }

        BookPicture picture() {
            return new BookPicture(millis, mid, bins(bids), bins(asks));
        }

        private static List<Double> usd(SideBins side, int first, int count) {
            return IntStream.range(first, first + count)
                    .mapToObj(bin -> Math.rint(side.usdAt(bin)))
                    .toList();
        }

        private SideBins bins(List<Double> usd) {
            return SideBins.of(
                    firstBin, usd.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** Unique over all runs. */
    public String key() {
        return key(symbol, result.armedMillis(), id);
    }

    static String key(String symbol, long armedMillis, int id) {
        return symbol + " " + armedMillis + " " + id;
    }

    /** Whether it was not over when the program ended: what came then nobody knows. */
    public boolean wasCutOff() {
        return result.stage() == PaperTrade.Stage.OPEN || result.stage() == PaperTrade.Stage.WAITING;
    }

    /** One line, to be kept. */
    public String json() {
        return GSON.toJson(new Line(
                symbol,
                id,
                mark,
                result.plan(),
                result.terms(),
                result.stage(),
                result.armedMillis(),
                result.fills(),
                result.grossUsd(),
                result.feesUsd(),
                result.fundingUsd(),
                result.before().map(Before::of).orElse(null)));
    }

    /** What {@link #json} gave; empty if it is none. */
    public static Optional<KeptPaper> read(String json) {
        try {
            Line line = GSON.fromJson(json, Line.class);
            Objects.requireNonNull(line.stage);
            Objects.requireNonNull(line.plan.levels().order());
            PaperResult result = new PaperResult(
                    line.plan,
                    line.terms,
                    line.stage,
                    line.armedMillis,
                    line.fills,
                    line.grossUsd,
                    line.feesUsd,
                    line.fundingUsd,
                    Optional.ofNullable(line.before).map(Before::picture));
            return Optional.of(new KeptPaper(line.symbol, line.id, line.mark, result));
        } catch (RuntimeException e) { // whatever is thrown of a text that is none
            return Optional.empty();
        }
    }
}
