package io.faultline.ui.plans;

import io.faultline.desk.KeptPaper;
import io.faultline.liquidation.Bins;
import io.faultline.signal.BookPicture;
import io.faultline.signal.PaperFill;
import io.faultline.signal.PaperResult;
import io.faultline.signal.PaperTrade;
import io.faultline.signal.SessionPlan;
import io.faultline.ui.panel.PaperControl.Paper;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paper trade in words and figures; every one of them says PAPER. */
final class PaperWords {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NEAR = 0.01;
    private static final String HEAD =
            "label,armed,symbol,style,order,quantity,entry,stop,target,stage,fills,gross_usd,"
                    + "fees_usd,funding_usd,net_usd,net_r,before,before_bids_1pct_usd,before_asks_1pct_usd";

    private PaperWords() {}

    static String plan(KeptPaper paper) {
        SessionPlan plan = paper.result().plan();
        return "PAPER " + PlanWords.title(plan.style()) + ", " + PlanWords.order(plan.levels()) + " "
                + PlanWords.quantity(plan.quantity());
    }

    static String stage(Paper paper) {
        PaperTrade.Stage stage = paper.trade().result().stage();
        if (!paper.live() && paper.trade().wasCutOff()) {
            return stage == PaperTrade.Stage.OPEN
                    ? "open when the program ended"
                    : "not entered when the program ended";
        }
        return switch (stage) {
            case WAITING -> "waits for its entry";
            case OPEN -> "open";
            case DONE -> "over";
            case CANCELLED -> "taken back";
        };
    }

    static String fills(PaperResult result, int decimals, long nowNanos) {
        List<String> words = new ArrayList<>();
        for (PaperFill fill : result.fills()) {
            words.add(reason(fill.reason()) + " " + Numbers.price(fill.price(), decimals) + " at "
                    + Moments.brief(fill.millis() * NANOS_PER_MILLI, nowNanos)
                    + (fill.beyondBook() ? ", beyond the books" : ""));
        }
        return words.isEmpty() ? "–" : String.join(" · ", words);
    }

    private static String reason(PaperFill.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** With its sign: {@code +123 USD}; a dash before the entry. */
    static String net(PaperResult result) {
        return result.fills().isEmpty() ? "–" : signed(Numbers.usd(result.netUsd())) + " USD";
    }

    static String netR(PaperResult result) {
        return result.fills().isEmpty()
                ? "–"
                : signed(String.format(Locale.ROOT, "%.2f", result.netR()).replace("-", "\u2212")) + " R";
    }

    private static String signed(String figure) {
        return figure.startsWith("\u2212") ? figure : "+" + figure;
    }

    /** {@code 12.1M bid, 8.4M ask within 1 %, 30 s before}. */
    static String before(PaperResult result) {
        return result.before()
                .map(book -> Numbers.usd(near(book, true)) + " bid, " + Numbers.usd(near(book, false)) + " ask in 1 %, "
                        + seconds(result, book) + " before")
                .orElse("–");
    }

    private static String seconds(PaperResult result, BookPicture book) {
        long entered =
                result.fills().isEmpty() ? book.millis() : result.fills().get(0).millis();
        return Math.max(0, Math.round((entered - book.millis()) / 1000.0)) + " s";
    }

    private static double near(BookPicture book, boolean bids) {
        int first = Bins.of(book.mid() * (1 - NEAR));
        int last = Bins.of(book.mid() * (1 + NEAR));
        double usd = 0;
        for (int bin = first; bin <= last; bin++) {
            usd += (bids ? book.bids() : book.asks()).usdAt(bin);
        }
        return usd;
    }

    /** Mean result of those that are over, in R. */
    static String summary(List<Paper> papers) {
        double sum = 0;
        int over = 0;
        int won = 0;
        for (Paper paper : papers) {
            PaperResult result = paper.trade().result();
            if (result.stage() == PaperTrade.Stage.DONE) {
                over++;
                sum += result.netR();
                won += result.netR() > 0 ? 1 : 0;
            }
        }
        return over == 0
                ? "no paper trade is over yet"
                : "PAPER: " + over + " over, " + won + " with a gain, mean "
                        + signed(String.format(Locale.ROOT, "%.2f", sum / over).replace("-", "\u2212")) + " R (n "
                        + over
                        + ")";
    }

    /** A line a trade, times in UTC. */
    static String csv(List<Paper> papers) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        for (Paper paper : papers) {
            PaperResult result = paper.trade().result();
            SessionPlan plan = result.plan();
            List<String> cells = new ArrayList<>();
            cells.add("PAPER");
            cells.add(Instant.ofEpochMilli(result.armedMillis()).toString());
            cells.add(paper.trade().symbol());
            cells.add(plan.style().name());
            cells.add(plan.levels().order().name());
            figures(
                    cells,
                    plan.quantity(),
                    plan.levels().entry(),
                    plan.levels().stop(),
                    plan.levels().target());
            cells.add(stage(paper));
            List<String> fills = new ArrayList<>();
            for (PaperFill fill : result.fills()) {
                fills.add(fill.reason() + " " + fill.price() + " " + Instant.ofEpochMilli(fill.millis()));
            }
            cells.add(String.join("; ", fills));
            figures(cells, result.grossUsd(), result.feesUsd(), result.fundingUsd(), result.netUsd(), result.netR());
            cells.add(result.before()
                    .map(book -> Instant.ofEpochMilli(book.millis()).toString())
                    .orElse(""));
            cells.add(result.before().map(book -> figure(near(book, true))).orElse(""));
            cells.add(result.before().map(book -> figure(near(book, false))).orElse(""));
            out.append(String.join(",", cells)).append('\n');
        }
        return out.toString();
    }

    private static void figures(List<String> cells, double... figures) {
        for (double figure : figures) {
            cells.add(figure(figure));
        }
    }

    private static String figure(double figure) {
        return Double.isFinite(figure) ? String.format(Locale.ROOT, "%.8g", figure) : "";
    }
}
