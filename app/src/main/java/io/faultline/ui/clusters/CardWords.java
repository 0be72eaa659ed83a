package io.faultline.ui.clusters;

import io.faultline.desk.CardChoice;
import io.faultline.desk.CardLine;
import io.faultline.desk.CardLines;
import io.faultline.desk.ClusterMass;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.PathView;
import io.faultline.ledger.BandClaim;
import io.faultline.ledger.Interval;
import io.faultline.ledger.SweepScores;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.Approach;
import io.faultline.signal.Confluence;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.Grade;
import io.faultline.signal.PathState;
import io.faultline.signal.PathVerdict;
import io.faultline.signal.SizeBand;
import io.faultline.signal.SizeScale;
import io.faultline.signal.TierBand;
import io.faultline.signal.VolatilityRegime;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The quality card of a cluster in words: each line with its figure, the rule, and what comes of it. */
final class CardWords {
    /** What no card can know, requirement B8. */
    static final String BLIND_SPOTS =
            "Zones, not price targets. Positions and leverage are modelled; cross margin, OTC,"
                    + " insurance funds, hidden and iceberg size are not seen.";

    private final ClustersView view;
    private final ClusterView cluster;
    private final CardChoice choice;
    private final Map<SizeBand, SweepScores.Effect> here;
    private final int decimals;

    private CardWords(
            ClustersView view,
            ClusterView cluster,
            CardChoice choice,
            Map<SizeBand, SweepScores.Effect> here,
            int decimals) {
        this.view = view;
        this.cluster = cluster;
        this.choice = choice;
        this.here = here;
        this.decimals = decimals;
    }

    /**
     * @param here what clusters of a size did on this machine, by the ledger
     * @param decimals of the instrument's prices
     */
    static List<Line> of(
            ClustersView view,
            ClusterView cluster,
            CardChoice choice,
            Map<SizeBand, SweepScores.Effect> here,
            int decimals) {
        CardWords words = new CardWords(view, cluster, choice, here, decimals);
        return CardLines.of(view, cluster, choice).stream().map(words::line).toList();
    }

    private Line line(CardLine line) {
        Line.Mark mark = mark(line);
        return switch (line.item()) {
            case AT_RISK ->
                new Line(mark, "At risk", usd(line), "modelled", "USD of positions that would be liquidated");
            case DISCOUNTED ->
                new Line(
                        mark,
                        "Discounted",
                        usd(line),
                        Numbers.percent(-choice.discount(), 0),
                        "the field's rule of thumb, your share");
            case EXPECTED ->
                new Line(
                        mark,
                        "Expected",
                        usd(line),
                        Numbers.usd(line.low()) + "–" + Numbers.usd(line.high()) + ", 80 %",
                        "what venues would report of it, as learned on this machine");
            case SIZE_BAND -> size(line);
            case OPEN_INTEREST_SHARE ->
                new Line(
                        mark,
                        "Of open interest",
                        share(line, 2),
                        "≥ " + Numbers.percent(line.bar(), 1),
                        "is significant");
            case DAILY_SHARE ->
                new Line(
                        mark,
                        "Of a day's liq.",
                        share(line, 0),
                        known(line, "≥ " + Numbers.percent(line.bar(), 0), "a day is needed"),
                        "expected over what is reported a day, mean of a week");
            case AT_RISK_OVER_REPORTED ->
                new Line(
                        mark,
                        "At risk / reported",
                        share(line, 0),
                        known(line, "unlike things", "a day is needed"),
                        "at risk over what is reported a day, as the field compares them");
            case DENSITY -> density(line, mark);
            case VENUES -> venues(line, mark);
            case COMPOSITION -> composition(line, mark);
            case AGE ->
                new Line(mark, "Age", ClusterWords.age((long) line.figure()), "≥ 1 h", "since it was first seen");
            case MIGRATION ->
                new Line(
                        mark,
                        "Moved",
                        Numbers.change(line.figure(), 2),
                        "≤ " + Numbers.percent(line.bar(), 0),
                        "since it was first seen, or since you measure");
            case GROWTH_15M ->
                new Line(
                        mark == Line.Mark.NO ? Line.Mark.NONE : mark,
                        "Grown in 15 min",
                        change(line),
                        known(line, "≥ " + Numbers.percent(line.bar(), 0) + " is fast", "nobody looked"),
                        "change of what is at risk");
            case GROWTH_1H ->
                new Line(
                        mark,
                        "Grown in 1 h",
                        change(line),
                        known(line, ClusterWords.signedUsd(ClusterWords.grown1hUsd(cluster.mass())), "nobody looked"),
                        "change of what is at risk");
            case DISTANCE -> distance(line, mark);
            case APPROACH -> approach(mark);
            case PATH -> path(line, mark);
            case CATCH ->
                new Line(
                        mark,
                        "Rests behind",
                        Double.isNaN(line.figure()) ? "?" : ClusterWords.times(line.figure()),
                        "≥ 1× catches",
                        "of the estimate, in it and 25 bp beyond");
            case FUNDING -> funding(line, mark);
            case TREND -> trend(line, mark);
            case CONFLUENCE -> confluence(mark);
        };
    }

    private static Line.Mark mark(CardLine line) {
        return switch (line.verdict()) {
            case YES -> Line.Mark.YES;
            case NO -> Line.Mark.NO;
            case UNKNOWN -> Line.Mark.UNKNOWN;
            case NONE -> Double.isNaN(line.figure()) && line.word().isEmpty() ? Line.Mark.UNKNOWN : Line.Mark.NONE;
        };
    }

    private static String usd(CardLine line) {
        return Numbers.usd(line.figure());
    }

    private static String share(CardLine line, int places) {
        return ClusterWords.share(line.figure(), places);
    }

    private static String change(CardLine line) {
        return ClusterWords.change(line.figure(), 0);
    }

    private static String known(CardLine line, String rule, String why) {
        return Double.isNaN(line.figure()) ? why : rule;
    }

    private Line size(CardLine line) {
        ClusterMass mass = cluster.mass();
        if (line.word().isEmpty()) {
            return new Line(Line.Mark.UNKNOWN, "Size band", "?", "no open interest", "it is not known");
        }
        SizeBand band = mass.band(choice.scale());
        String by = choice.scale() == SizeScale.AS_PUBLISHED ? "as published for BTC" : "at this open interest";
        return new Line(
                Line.Mark.NONE,
                "Size band",
                lower(band.name()),
                "the field: " + BandClaim.of(band) + "; here: " + didHere(here.get(band)),
                "median of the furthest way in half an hour, and how many went less than 0.3 %, 80 % interval; bands "
                        + by);
    }

    /** What clusters of a band did here. */
    private static String didHere(SweepScores.@Nullable Effect effect) {
        int entered = effect == null ? 0 : effect.absorbed().trials();
        if (effect == null || entered < BandClaim.LEAST) {
            return "n " + entered + ", not enough";
        }
        Interval interval = effect.absorbed().wilson80();
        return Numbers.percent(effect.medianReturn(), 2) + ", absorbed "
                + Numbers.percent(effect.absorbed().share(), 0) + " (" + Numbers.percent(interval.low(), 0) + "–"
                + Numbers.percent(interval.high(), 0) + "), n " + entered;
    }

    private Line density(CardLine line, Line.Mark mark) {
        Cluster of = cluster.cluster();
        double densest = of.densestPrice();
        return new Line(
                mark,
                "Per 0.1 %",
                usd(line),
                lower(of.spacing().name()) + ", " + Numbers.percent(of.widthBps() / 1e4, 2),
                "wide; tight to 0.30 %, spread from 1.50 %; densest at "
                        + Numbers.price(densest, ClusterWords.decimals(densest, decimals)));
    }

    private Line venues(CardLine line, Line.Mark mark) {
        ClusterMass mass = cluster.mass();
        String names = mass.confirming().stream().map(Venue::code).collect(Collectors.joining(" "));
        String rule = Double.isNaN(line.bar()) ? "one alone" : "≥ 2";
        return new Line(
                mark,
                "Venues",
                mass.confirming().size() + " of " + mass.venuesAsked(),
                (names.isEmpty() ? "" : names + ", ") + rule,
                "confirm: they have 0.5 % of their own open interest there");
    }

    private Line composition(CardLine line, Line.Mark mark) {
        String tiers = java.util.Arrays.stream(TierBand.values())
                .filter(band -> cluster.mass().tiers().share(band) >= 0.005)
                .map(band -> band.name().substring(1) + "x "
                        + Numbers.percent(cluster.mass().tiers().share(band), 0))
                .collect(Collectors.joining(" "));
        if (tiers.isEmpty()) {
            return new Line(Line.Mark.UNKNOWN, "Leverage", "?", "not known", "by tier");
        }
        String what = switch (cluster.mass().tiers().label()) {
            case HIGH_LEVERAGE -> "high: fires first";
            case LOW_LEVERAGE -> "low: moves harder";
            case MIXED -> "mixed: in turns";
        };
        return new Line(mark, "Leverage", Numbers.percent(line.figure(), 0), what, tiers);
    }

    private Line distance(CardLine line, Line.Mark mark) {
        DistanceProfile distances = choice.distances();
        return new Line(
                mark,
                "Distance",
                ClusterWords.distance(cluster),
                ClusterWords.band(distances.band(line.figure())),
                "actionable to " + Numbers.percent(distances.innerBound(), 1) + ", swing to "
                        + Numbers.percent(distances.outerBound(), 0) + ", at ordinary volatility: it is "
                        + regime(view.market().regime()));
    }

    static String regime(VolatilityRegime regime) {
        return regime == VolatilityRegime.UNKNOWN ? "not known" : lower(regime.name());
    }

    private Line approach(Line.Mark mark) {
        Approach approach = cluster.approach();
        if (approach == null) {
            return new Line(Line.Mark.UNKNOWN, "Price comes", "?", "watched < 5 min", "five minutes are needed");
        }
        String eta = approach.minutesToEdge().isPresent()
                ? "at the edge in "
                        + Numbers.age((long) (approach.minutesToEdge().getAsDouble() * 60e9))
                : "";
        String pace = approach.speed() <= 0
                ? "goes away"
                : (approach.fast() ? "fast" : "not fast") + (approach.acceleration() > 0 ? ", faster" : ", slower");
        return new Line(mark, "Price comes", Numbers.price(approach.speed(), 1) + " bp/min", pace, eta);
    }

    private Line path(CardLine line, Line.Mark mark) {
        PathView path = cluster.path();
        List<String> words = new ArrayList<>();
        PathState state = path.state();
        String rule = switch (state) {
            case UNKNOWN -> "not thin: not seen";
            case INSIDE -> "price is in it";
            case DEFENDED -> "≥ " + ClusterWords.times(line.bar()) + " usual";
            case HOLLOW, OPEN -> "hollow < " + ClusterWords.times(line.bar());
        };
        words.add(
                switch (state) {
                    case UNKNOWN -> "the books do not reach so far";
                    case INSIDE -> "no way is left";
                    case DEFENDED -> "the wall before the edge over the usual depth";
                    case HOLLOW, OPEN -> "resting on the way over the estimate";
                });
        if (path.flickering()) {
            words.add("flickering");
        }
        if (path.caughtBehind()) {
            words.add("caught behind");
        }
        if (path.stacked()) {
            words.add("walls stacked at the edge");
        }
        if (!path.blind().isEmpty()) {
            words.add("not seen: " + path.blind().stream().map(Venue::code).collect(Collectors.joining(" ")));
        }
        String venues = path.venues().stream().map(CardWords::venue).collect(Collectors.joining(", "));
        if (!venues.isEmpty()) {
            words.add(venues);
        }
        return new Line(mark, "Path", ClusterWords.path(path.overall()), rule, String.join(" · ", words));
    }

    private static String venue(PathVerdict.OfVenue of) {
        String reach = " to " + Math.round(of.reachBps()) + " bp";
        return of.venue().code() + " "
                + (of.reading().state() == PathState.UNKNOWN ? "?" : ClusterWords.path(of.reading())) + reach;
    }

    private Line funding(CardLine line, Line.Mark mark) {
        FundingFlag flag = cluster.funding(choice.rule());
        String figure = Double.isNaN(line.figure()) ? "?" : Numbers.change(line.figure(), 4);
        return new Line(
                flag == FundingFlag.CONTRADICT ? Line.Mark.AGAINST : mark,
                "Funding",
                ClusterWords.funding(flag).substring(2),
                "by " + ClusterWords.rule(choice.rule()),
                figure + " over base for 8 h, bar " + Numbers.percent(line.bar(), 2));
    }

    private Line trend(CardLine line, Line.Mark mark) {
        boolean known = view.market().chart(choice.timeframe()).bars() >= 50;
        if (!known) {
            return new Line(Line.Mark.UNKNOWN, "Trend", "?", "50 bars needed", "of the timeframe");
        }
        String with = switch (line.verdict()) {
            case YES -> "goes with it";
            case NO -> "goes against it";
            case UNKNOWN, NONE -> "no trend";
        };
        return new Line(
                mark,
                "Trend",
                lower(line.word()),
                with,
                "the move to the cluster; means of 20 and 50 bars of the "
                        + lower(choice.timeframe().name()));
    }

    private Line confluence(Line.Mark mark) {
        Set<Confluence> kinds = cluster.confluence(choice.timeframe());
        String words =
                kinds.stream().map(kind -> lower(kind.name()).replace('_', ' ')).collect(Collectors.joining(", "));
        return new Line(
                mark,
                "Confluence",
                Integer.toString(kinds.size()),
                words.isEmpty() ? "none" : words,
                "swing highs, lows and volume nodes within 0.2 % of it");
    }

    /** {@code L1 · long liquidations, forced sell · 102,500–102,750 · grade 6/7}. */
    static String title(ClusterView cluster, int decimals) {
        return cluster.name() + " · " + ClusterWords.side(cluster.side()) + " · "
                + ClusterWords.range(cluster.cluster(), decimals) + " · grade "
                + cluster.grade().points() + "/"
                + cluster.grade().outOf();
    }

    /** What its figures rest on, in words; the last is what nobody sees. */
    static List<String> doubts(ClustersView view, ClusterView cluster) {
        List<String> doubts = new ArrayList<>();
        Set<Grade.Point> missed = cluster.grade().missed();
        if (!missed.isEmpty()) {
            doubts.add("The grade lacks: "
                    + missed.stream().map(CardWords::point).collect(Collectors.joining(", ")) + ".");
        }
        if (!cluster.significant()) {
            doubts.add("Below " + Numbers.percent(view.rules().significantShare(), 1) + " of open interest.");
        }
        if (!view.market().eligible()) {
            doubts.add("Open interest under 50M: clusters are unreliable.");
        }
        if (view.market().weekend()) {
            doubts.add("Weekend: books are thin, moves overshoot.");
        }
        if (!cluster.flags().isEmpty()) {
            doubts.add(
                    "Data: " + cluster.flags().stream().map(GridFlag::chip).collect(Collectors.joining(" · ")) + ".");
        }
        doubts.add(BLIND_SPOTS);
        return doubts;
    }

    private static String point(Grade.Point point) {
        return switch (point) {
            case OPEN_INTEREST -> "0.5 % of open interest";
            case DAILY_VOLUME -> "15 % of a day's liquidations";
            case VENUES -> "two venues";
            case TIGHT -> "tight";
            case AGE -> "an hour of age";
            case SETTLED -> "settled within 1 %";
            case HOLLOW_PATH -> "hollow path";
        };
    }

    /** Which way a cluster of that side draws price. */
    static String way(PositionSide side) {
        return side == PositionSide.LONG ? "down" : "up";
    }

    static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
