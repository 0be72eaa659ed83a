package io.faultline.ui.clusters;

import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.FundingReading;
import io.faultline.desk.MarketReading;
import io.faultline.desk.SideView;
import io.faultline.desk.TapeLabel;
import io.faultline.desk.WallView;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.signal.Asymmetry;
import io.faultline.signal.CascadeRule;
import io.faultline.signal.CascadeSetup;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether one side is ready to cascade, in words: each condition with its figure, its bar and whether it holds. */
final class SetupWords {
    private static final double FULL_SCORE = 100;
    private static final double LOPSIDED = 2;
    private static final double BEHIND = 0.0025;

    private SetupWords() {}

    /** {@code NONE 20}, {@code PARTIAL 45}, {@code SET 61}. */
    static String chip(CascadeSetup setup) {
        return setup.state().name() + " " + Math.round(setup.score());
    }

    /** The conditions of a side. */
    static List<Line> conditions(ClustersView view, PositionSide side) {
        CascadeSetup setup = view.side(side).setup();
        CascadeRule rule = view.rules().cascade();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Line.Mark.NONE,
                "Score",
                Math.round(setup.score()) + " of 100",
                "ranks, not decides",
                setup.score() / FULL_SCORE));
        CascadeSetup.Stacked stacked = setup.stacked();
        lines.add(new Line(
                view.known() ? mark(stacked.met()) : Line.Mark.UNKNOWN,
                "Stacked",
                view.known() ? stacked.clusters() + (stacked.clusters() == 1 ? " cluster" : " clusters") : "?",
                "≥ 2 within " + Numbers.percent(rule.gap(), 0),
                "significant ones in a row from the nearest, near edge to near edge",
                stacked.clusters() / 2.0));
        CascadeSetup.Rising rising = setup.rising();
        Double change = rising.openInterestChange();
        lines.add(new Line(
                change == null ? Line.Mark.UNKNOWN : mark(change >= rule.rise()),
                "OI up, 4 h",
                change == null ? "?" : Numbers.change(change, 1),
                change == null ? "not known: not met" : "≥ +" + Numbers.percent(rule.rise(), 0),
                change == null ? Double.NaN : Math.max(0, change / rule.rise())));
        Double range = rising.range();
        lines.add(new Line(
                range == null ? Line.Mark.UNKNOWN : mark(range <= rule.range()),
                "Price flat, 4 h",
                range == null ? "?" : Numbers.percent(range, 1),
                range == null ? "not known: not met" : "range ≤ " + Numbers.percent(rule.range(), 1),
                range == null ? Double.NaN : range / rule.range()));
        Double ratio = setup.quiet().ratio();
        lines.add(new Line(
                ratio == null ? Line.Mark.UNKNOWN : mark(setup.quiet().met()),
                "Volume quiet",
                ratio == null ? "?" : Numbers.price(ratio, 2),
                ratio == null ? "not known: not met" : "≤ " + Numbers.price(rule.volumeRatio(), 2) + " of 24 h",
                "hourly volume of 4 h over that of a day",
                ratio == null ? Double.NaN : ratio / rule.volumeRatio()));
        return lines;
    }

    private static Line.Mark mark(boolean met) {
        return met ? Line.Mark.YES : Line.Mark.NO;
    }

    /** What stands beside the conditions, without points. */
    static List<Line> beside(ClustersView view, PositionSide side, FundingRule rule, DistanceProfile distances) {
        List<Line> lines = new ArrayList<>();
        lines.add(divergence(view.market(), side));
        lines.add(confluence(view, side));
        lines.add(funding(view.funding(), side, rule));
        Asymmetry asymmetry = view.asymmetry().get(distances);
        lines.add(asymmetry(asymmetry, distances.outerBound(), side));
        MarketReading market = view.market();
        lines.add(new Line(
                market.regime() == io.faultline.signal.VolatilityRegime.UNKNOWN ? Line.Mark.UNKNOWN : Line.Mark.NONE,
                "Volatility",
                CardWords.regime(market.regime()),
                market.realisedWeek() > 0
                        ? ClusterWords.times(market.realised() / market.realisedWeek()) + " its week"
                        : "a week is needed",
                "of 4 h; the distances assume a normal one"));
        return lines;
    }

    /** Takers who push the other way than price: only told, it earns no points. */
    private static Line divergence(MarketReading market, PositionSide side) {
        if (market.divergence() == null) {
            return new Line(Line.Mark.UNKNOWN, "CVD 1 h", "?", "an hour is needed", "of trades");
        }
        String figures = ClusterWords.signedUsd(market.cvd1hUsd()) + ", price " + Numbers.change(market.return1h(), 1);
        String more = "takers against price over an hour; it earns no points";
        return switch (market.divergence()) {
            case NONE -> new Line(Line.Mark.NO, "CVD 1 h", "no divergence", figures, more);
            case BULLISH ->
                new Line(
                        side == PositionSide.SHORT ? Line.Mark.YES : Line.Mark.NO, "CVD 1 h", "bullish", figures, more);
            case BEARISH ->
                new Line(side == PositionSide.LONG ? Line.Mark.YES : Line.Mark.NO, "CVD 1 h", "bearish", figures, more);
        };
    }

    /** Of the side's nearest cluster: what the ladder says where the heatmap has it. */
    private static Line confluence(ClustersView view, PositionSide side) {
        Optional<ClusterView> nearest = view.side(side).nearest();
        if (nearest.isEmpty()) {
            return new Line(Line.Mark.NO, "Confluence", "–", "no cluster ahead", "");
        }
        ClusterView cluster = nearest.get();
        List<String> words = new ArrayList<>();
        words.add(cluster.name() + " path " + ClusterWords.path(cluster.path().overall()));
        boolean named = false;
        if (cluster.path().caughtBehind()) {
            words.add(behind(view, cluster));
            named = true;
        }
        if (cluster.path().stacked()) {
            words.add(cluster.path().wallsAtEdge() + " walls stacked at its edge");
            named = true;
        }
        Line.Mark mark = switch (cluster.path().state()) {
            case UNKNOWN -> Line.Mark.UNKNOWN;
            case HOLLOW -> Line.Mark.YES;
            case OPEN, DEFENDED, INSIDE -> named ? Line.Mark.YES : Line.Mark.NO;
        };
        return new Line(
                mark,
                "Confluence",
                named ? "yes" : "none",
                String.join(", ", words),
                "hollow path and then a wall behind the cluster, or walls stacked at its near edge");
    }

    /** {@code caught behind at 102,300}, where a wall stands in it or just beyond. */
    private static String behind(ClustersView view, ClusterView cluster) {
        Side book = cluster.side() == PositionSide.LONG ? Side.BID : Side.ASK;
        double low = cluster.cluster().lowPrice() * (1 - BEHIND);
        double high = cluster.cluster().highPrice() * (1 + BEHIND);
        for (WallView wall : view.walls()) {
            if (wall.side() == book && wall.lowPrice() >= low && wall.highPrice() <= high) {
                return "caught behind at "
                        + Numbers.price(wall.levelPrice(), ClusterWords.decimals(wall.levelPrice(), 8));
            }
        }
        return "caught behind";
    }

    private static Line funding(FundingReading funding, PositionSide side, FundingRule rule) {
        FundingFlag flag = funding.flag(side, rule);
        Line.Mark mark = switch (flag) {
            case AGREE -> Line.Mark.YES;
            case CONTRADICT -> Line.Mark.AGAINST;
            case NEUTRAL -> Line.Mark.NO;
            case UNKNOWN -> Line.Mark.UNKNOWN;
        };
        double over = funding.overInterest();
        String figure = Double.isNaN(over)
                ? "no fresh rate"
                : Numbers.change(over, 4) + " over base for 8 h, bar "
                        + Numbers.percent(funding.judgement().heavyPer8h(), 2);
        return new Line(
                mark, "Funding", ClusterWords.funding(flag).substring(2), "by " + ClusterWords.rule(rule), figure);
    }

    private static Line asymmetry(
            @org.jspecify.annotations.Nullable Asymmetry asymmetry, double within, PositionSide side) {
        String distance = "within " + Numbers.percent(within, 0);
        if (asymmetry == null) {
            return new Line(Line.Mark.UNKNOWN, "Asymmetry", "?", distance, "not known yet");
        }
        boolean longs = asymmetry.longUsd() >= asymmetry.shortUsd();
        String heavier = longs ? "longs " : "shorts ";
        Double ratio = asymmetry.ratio();
        String net = ", net " + ClusterWords.signedUsd(asymmetry.netUsd());
        return switch (asymmetry.lean()) {
            case EMPTY -> new Line(Line.Mark.NO, "Asymmetry", "–", "nothing", distance);
            case BALANCED ->
                new Line(
                        Line.Mark.NO,
                        "Asymmetry",
                        heavier + ratio(ratio),
                        "under 2 : 1, no side",
                        distance + net,
                        ratio == null ? Double.NaN : ratio / LOPSIDED);
            case DOWN, UP ->
                new Line(
                        longs == (side == PositionSide.LONG) ? Line.Mark.YES : Line.Mark.AGAINST,
                        "Asymmetry",
                        heavier + ratio(ratio),
                        "≥ 2 : 1, magnet " + (longs ? "down" : "up"),
                        distance + net,
                        1);
        };
    }

    private static String ratio(@org.jspecify.annotations.Nullable Double ratio) {
        return ratio == null ? "alone" : Numbers.price(ratio, 2) + " : 1";
    }

    /** The rule in a sentence. */
    static String sentence(FundingRule rule) {
        return rule == FundingRule.SQUEEZE
                ? "Squeeze: whoever pays is many and must get out; the crowded side's cluster agrees."
                : "Carry: whoever is paid can afford to hold; the crowded side's cluster contradicts.";
    }

    /** What was seen on the tape in the last sweep of that side; empty where there is none. */
    static String tape(ClustersView view, PositionSide side) {
        Side book = side == PositionSide.LONG ? Side.BID : Side.ASK;
        for (long i = view.labels().end() - 1; i >= view.labels().begin(); i--) {
            TapeLabel label = view.labels().get(i);
            if (label != null && label.side() == book && label.trackId() != 0) {
                String ago = ClusterWords.age(Math.max(0, view.asOfMillis() - label.millis()));
                return "Last on the tape: " + label.cluster() + " "
                        + label.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + ago + " ago.";
            }
        }
        return "";
    }

    /** The side that is nearer to a cascade; of equal ones that whose cluster is nearer. */
    static PositionSide riper(ClustersView view) {
        SideView longs = view.side(PositionSide.LONG);
        SideView shorts = view.side(PositionSide.SHORT);
        int byState = shorts.setup().state().compareTo(longs.setup().state());
        if (byState != 0) {
            return byState > 0 ? PositionSide.LONG : PositionSide.SHORT;
        }
        if (longs.setup().score() != shorts.setup().score()) {
            return longs.setup().score() > shorts.setup().score() ? PositionSide.LONG : PositionSide.SHORT;
        }
        double below = longs.nearest().map(ClusterView::distance).orElse(Double.MAX_VALUE);
        double above = shorts.nearest().map(ClusterView::distance).orElse(Double.MAX_VALUE);
        return below <= above ? PositionSide.LONG : PositionSide.SHORT;
    }
}
