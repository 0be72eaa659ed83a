package io.faultline.ui.ledger;

import io.faultline.desk.LedgerView;
import io.faultline.ledger.Estimate;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.FundingScore;
import io.faultline.ledger.HeavierScore;
import io.faultline.ledger.Horizon;
import io.faultline.ledger.Interval;
import io.faultline.ledger.Proportion;
import io.faultline.ledger.Quartiles;
import io.faultline.ledger.ReachRow;
import io.faultline.ledger.ReachTable;
import io.faultline.ledger.Scoreboard;
import io.faultline.ledger.SweepScores;
import io.faultline.signal.FundingRule;
import io.faultline.signal.PathState;
import io.faultline.ui.ledger.Tile.Weight;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the tiles say: a rate never without its interval, how many it rests on, and what chance would give. */
final class LedgerTiles {
    private final LedgerView view;
    private final Scoreboard board;
    private final List<Tile> tiles = new ArrayList<>();

    private LedgerTiles(LedgerView view) {
        this.view = view;
        board = view.board();
    }

    static List<Tile> of(LedgerView view) {
        return new LedgerTiles(view).all();
    }

    private List<Tile> all() {
        for (Horizon horizon : List.of(Horizon.H24, Horizon.H4)) {
            reach(horizon);
        }
        flows();
        paths();
        reversed();
        fired();
        priceError();
        heavier();
        for (FundingRule rule : FundingRule.values()) {
            funding(rule);
        }
        approach();
        return tiles;
    }

    private void reach(Horizon horizon) {
        String title = horizon == Horizon.H24 ? "Reached within 24 h" : "Reached within 4 h";
        String id = horizon == Horizon.H24 ? "reach" : "reach-4h";
        Optional<ReachRow> all = board.reach().all();
        if (all.isEmpty()) {
            needs(
                    id,
                    title,
                    "needs " + board.clustersNeeded() + " more clusters that were first seen a day ago, has "
                            + board.reach().seen(),
                    "");
            return;
        }
        ReachRow.Comparison rate = all.get().byHorizon().get(horizon);
        if (rate == null) {
            return;
        }
        String beside = "random level " + Numbers.percent(rate.randomLevel(), 0) + " · recent range "
                + Numbers.percent(rate.recentRange(), 0);
        String over = rate.isShown()
                ? "against random " + points(rate.overRandom())
                : notShown(rate.touched().trials());
        add(id, title, share(rate.touched()), beside, over, "", rate.isShown());
    }

    /** Expected against reported volume. */
    private void flows() {
        String title = "Reported over expected";
        FlowCalibration flows = view.flows();
        int swept = flows.inBand().trials();
        if (!flows.isShown()) {
            needs(
                    "reliability",
                    title,
                    "needs " + (FlowCalibration.LEAST - swept)
                            + " more spans of 5 min with swept mass and a report, has " + swept,
                    "");
            return;
        }
        Interval inBand = flows.inBand().wilson80();
        boolean kept = inBand.low() <= .8 && inBand.high() >= .8;
        tiles.add(new Tile(
                "reliability",
                title,
                String.format(Locale.ROOT, "%.2f", flows.ratio()) + " (n " + swept + ")",
                "in the 80 % band " + share(flows.inBand()),
                kept
                        ? "the band holds what it says"
                        : inBand.high() < .8 ? "the band is too narrow" : "the band is too wide",
                "",
                kept ? Weight.SHOWN : Weight.NOT_SHOWN));
    }

    /** Of clusters whose path was judged before price came. */
    private void paths() {
        String title = "Reached: hollow or defended path";
        String claim = "the field says over 70 % hollow, under 30 % defended";
        Optional<ReachRow> hollow = board.reach().row(row -> row.path() == PathState.HOLLOW);
        Optional<ReachRow> defended = board.reach().row(row -> row.path() == PathState.DEFENDED);
        if (hollow.isEmpty() || defended.isEmpty()) {
            needs("paths", title, "needs " + ReachTable.LEAST + " of each that are a day old" + touchedByPath(), claim);
            return;
        }
        Proportion of = hollow.get().touched();
        Proportion against = defended.get().touched();
        boolean shown = apart(of, against);
        add(
                "paths",
                title,
                "hollow " + share(of),
                "defended " + share(against),
                shown ? "the intervals are apart" : notShown(of.trials() + against.trials()),
                claim,
                shown);
    }

    private String touchedByPath() {
        StringBuilder words = new StringBuilder();
        for (Map.Entry<PathState, SweepScores.Fate> path :
                board.sweeps().byPath().entrySet()) {
            Proportion through = path.getValue().through();
            words.append(words.isEmpty() ? "; touched and passed: " : ", ")
                    .append(path.getKey().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(through.hits())
                    .append(" of ")
                    .append(through.trials());
        }
        return words.toString();
    }

    private void reversed() {
        String title = "Turned inside, of those touched";
        String claim = "the field says 40 %";
        Optional<ReachRow> all = board.reach().all();
        int touched = all.map(row -> row.touched().hits()).orElse(0);
        if (touched < Quartiles.LEAST) {
            needs(
                    "reversed",
                    title,
                    "needs " + (Quartiles.LEAST - touched) + " more touched clusters that are a day old",
                    claim);
            return;
        }
        Proportion turned = new Proportion(all.map(ReachRow::reversed).orElse(0), touched);
        measured(
                "reversed",
                title,
                share(turned),
                "passed " + share(new Proportion(all.map(ReachRow::through).orElse(0), touched)),
                claim);
    }

    private void fired() {
        String title = "Reported of the modelled mass";
        String claim = "the field says 60–80 % fires";
        Quartiles fired = board.sweeps().firedShare();
        if (!fired.isShown()) {
            needs(
                    "fired",
                    title,
                    "needs " + board.sweepsNeeded() + " more clusters swept through within 15 min, has " + fired.n(),
                    claim);
            return;
        }
        measured(
                "fired",
                title,
                "median " + Numbers.percent(fired.median(), 0) + " (quartiles " + Numbers.percent(fired.q1(), 0)
                        + " to " + Numbers.percent(fired.q3(), 0) + ", n " + fired.n() + ")",
                "most venues report less than they close",
                claim);
    }

    private void priceError() {
        String title = "Price error of the zone";
        String claim = "the field says ±1–3 %";
        Quartiles error = board.sweeps().priceError();
        if (!error.isShown()) {
            needs(
                    "price-error",
                    title,
                    "needs " + (Quartiles.LEAST - error.n()) + " more touched clusters with reports, has " + error.n(),
                    claim);
            return;
        }
        measured(
                "price-error",
                title,
                "median " + Numbers.percent(error.median(), 2) + " (quartiles " + Numbers.percent(error.q1(), 2)
                        + " to " + Numbers.percent(error.q3(), 2) + ", n " + error.n() + ")",
                "",
                claim);
    }

    private void heavier() {
        String title = "Heavier side touched first";
        HeavierScore score = board.heavier();
        if (!score.isShown()) {
            int has = Math.min(score.heavierFirst().trials(), score.mirrored().trials());
            needs(
                    "heavier",
                    title,
                    "needs " + (HeavierScore.LEAST - has) + " more hours with one side twice the other, has " + has,
                    "");
            return;
        }
        boolean shown = score.difference().interval().excludesZero();
        add(
                "heavier",
                title,
                share(score.heavierFirst()),
                "by the distances alone " + Numbers.percent(score.mirrored().share(), 0),
                shown
                        ? "against that " + points(score.difference())
                        : notShown(score.heavierFirst().trials()),
                "",
                shown);
    }

    private void funding(FundingRule rule) {
        String title = rule == FundingRule.SQUEEZE ? "Funding, rule Squeeze" : "Funding, rule Carry";
        String id = "funding-" + rule.name().toLowerCase(Locale.ROOT);
        Optional<FundingScore> score =
                board.funding().stream().filter(each -> each.rule() == rule).findFirst();
        if (score.isEmpty()) {
            needs(
                    id,
                    title,
                    "needs " + board.fundingNeeded() + " more clusters of which crowded funding spoke, has "
                            + board.fundingTold(),
                    "");
            return;
        }
        Estimate difference = score.get().difference();
        boolean shown = difference.interval().excludesZero();
        int n = score.get().agree().trials() + score.get().contradict().trials();
        add(
                id,
                title,
                "agreed " + share(score.get().agree()),
                "contradicted " + share(score.get().contradict()),
                shown ? "the difference is " + points(difference) : notShown(n),
                "",
                shown);
    }

    private void approach() {
        String title = "Passed: price came fast or slowly";
        Proportion fast = board.sweeps().fast().through();
        Proportion slow = board.sweeps().slow().through();
        if (Math.min(fast.trials(), slow.trials()) < Quartiles.LEAST) {
            needs(
                    "approach",
                    title,
                    "needs " + Quartiles.LEAST + " touched clusters of each, has " + fast.trials() + " and "
                            + slow.trials(),
                    "");
            return;
        }
        boolean shown = apart(fast, slow);
        add(
                "approach",
                title,
                "fast " + share(fast),
                "slowly " + share(slow),
                shown ? "the intervals are apart" : notShown(fast.trials() + slow.trials()),
                "",
                shown);
    }

    private static boolean apart(Proportion one, Proportion other) {
        Interval first = one.wilson80();
        Interval second = other.wilson80();
        return first.low() > second.high() || second.low() > first.high();
    }

    /** {@code 61 % (51–70 %, n 38)}, Wilson's 80 %. */
    static String share(Proportion share) {
        if (share.trials() == 0) {
            return "– (n 0)";
        }
        Interval wilson = share.wilson80();
        return Numbers.percent(share.share(), 0) + " (" + Math.round(100 * wilson.low()) + "–"
                + Numbers.percent(wilson.high(), 0) + ", n " + share.trials() + ")";
    }

    /** {@code +12 points (2 to 21)}, 90 %. */
    private static String points(Estimate difference) {
        return signed(difference.value()) + " points ("
                + signed(difference.interval().low()) + " to "
                + signed(difference.interval().high()) + ")";
    }

    private static String signed(double fraction) {
        long points = Math.round(100 * fraction);
        return points < 0 ? "\u2212" + -points : points > 0 ? "+" + points : "0";
    }

    private static String notShown(int n) {
        return "not shown to work (n " + n + ")";
    }

    private void needs(String id, String title, String what, String claim) {
        tiles.add(new Tile(id, title, what, "", "", claim, Weight.NEEDS_MORE));
    }

    private void measured(String id, String title, String value, String beside, String claim) {
        tiles.add(new Tile(id, title, value, beside, "", claim, Weight.MEASURED));
    }

    private void add(
            String id, String title, String value, String beside, String verdict, String claim, boolean isShown) {
        tiles.add(new Tile(id, title, value, beside, verdict, claim, isShown ? Weight.SHOWN : Weight.NOT_SHOWN));
    }
}
