package io.faultline.ui.clusters;

import io.faultline.desk.ClusterMass;
import io.faultline.desk.ClusterView;
import io.faultline.market.Venue;
import io.faultline.signal.TierBand;
import io.faultline.ui.panel.TableLook;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A column of the cluster table, in the order in which they stand at first. */
enum Column {
    STAR("", "Your own: starred clusters stand first. Press to star", 20, 20, 2, Look.FIGURE),
    CLUSTER("cluster", "Name, kept for life, and what is special about it", 104, 92, 0, Look.NAME),
    RANGE("range", "From its lower to its upper edge", 98, 92, 1, Look.WORDS),
    AT_RISK("at risk", "USD of modelled positions that would be liquidated there", 56, 54, 0, Look.STRONG),
    DISCOUNTED("less 25 %", "At risk less your flat share", 54, 50, 12, Look.FIGURE),
    EXPECTED("expected", "What venues will probably report of it", 58, 58, 13, Look.FIGURE),
    CHANGE_1H("1 h", "Change of what is at risk in an hour", 52, 48, 3, Look.FIGURE),
    DISTANCE("distance", "From the mark to the near edge", 60, 56, 0, Look.FIGURE),
    BAND("band", "Actionable: hours; swing: days; context: too far to trade", 64, 60, 8, Look.WORDS),
    DENSITY("per 0.1 %", "At risk for each 0.1 % of price", 54, 50, 11, Look.FIGURE),
    OI_SHARE("% OI", "At risk over open interest: 0.5 % is significant", 42, 40, 6, Look.FIGURE),
    DAILY("% 24 h liq", "Expected over what is reported a day: 15 % is much", 58, 54, 10, Look.FIGURE),
    VENUES("venues", "Filled: half a percent of its own open interest stands there", 56, 52, 9, Look.VENUES),
    TIERS(
            "tier mix",
            "Leverage, low at the left: high leverage fires first, low moves price harder",
            72,
            56,
            5,
            Look.TIERS),
    AGE("age", "Since it was first seen", 50, 48, 9, Look.FIGURE),
    MOVED("moved", "Way of its middle since it was first seen", 46, 44, 7, Look.FIGURE),
    PATH(
            "path",
            "Resting orders before it: hollow where they are few beside it, defended by a wall; the bars are in Model",
            92,
            88,
            1,
            Look.WORDS),
    FUNDING("funding", "Whether crowded funding speaks for it, under the rule in force", 82, 78, 2, Look.WORDS),
    GRADE("grade", "Points of those that could be judged", 40, 38, 8, Look.FIGURE),
    ALARM(
            "alarm",
            "Stages of the alarm on it, ticked when fired. Press the bell to set one or change it",
            64,
            60,
            2,
            Look.BELL);

    /** How cells look. */
    enum Look {
        NAME,
        WORDS,
        FIGURE,
        STRONG,
        VENUES,
        TIERS,
        BELL
    }

    private final String title;
    private final String help;
    private final double width;
    private final double narrow;
    private final int dispensable;
    private final Look look;

    Column(String title, String help, double width, double narrow, int dispensable, Look look) {
        this.title = title;
        this.help = help;
        this.width = width;
        this.narrow = narrow;
        this.dispensable = dispensable;
        this.look = look;
    }

    /** All of them as that look orders them: one that it does not name stands after the one that it usually follows. */
    static List<Column> ordered(TableLook look) {
        List<Column> ordered = new ArrayList<>();
        for (String name : look.order()) {
            for (Column column : values()) {
                if (column.name().equals(name) && !ordered.contains(column)) {
                    ordered.add(column);
                }
            }
        }
        int after = 0;
        for (Column column : values()) {
            if (!ordered.contains(column)) {
                ordered.add(after, column);
            }
            after = ordered.indexOf(column) + 1;
        }
        return ordered;
    }

    /** Its heading; that of the discounted mass says which share is taken off. */
    String title(double discount) {
        return this == DISCOUNTED ? Numbers.percent(-discount, 0) : title;
    }

    String help() {
        return help;
    }

    double width(boolean inNarrowWindow) {
        return inNarrowWindow ? narrow : width;
    }

    /** The higher, the earlier it gives way in a narrow window; 0 never does. */
    int dispensable() {
        return dispensable;
    }

    Look look() {
        return look;
    }

    boolean right() {
        return look == Look.FIGURE || look == Look.STRONG;
    }

    /** Whether a first press on its heading puts the largest first. */
    boolean largestFirst() {
        return switch (this) {
            case CLUSTER, RANGE, DISTANCE, BAND, PATH, FUNDING -> false;
            default -> true;
        };
    }

    /** By what its rows are sorted, as numbers; what is not known is NaN and stands last. */
    double key(ClusterRow row) {
        ClusterView view = row.view();
        return switch (this) {
            case STAR -> row.starred() ? 1 : 0;
            case CLUSTER -> row.id();
            case RANGE -> row.track().cluster().lowPrice();
            case AT_RISK, DISCOUNTED -> row.atRiskUsd();
            case EXPECTED -> row.expectedUsd();
            case CHANGE_1H -> mass(view, ClusterWords::grown1hUsd);
            case DISTANCE, BAND -> row.distance();
            case DENSITY -> row.track().cluster().densityUsdPerTenthPercent();
            case OI_SHARE -> mass(view, ClusterMass::openInterestShare);
            case DAILY -> mass(view, ClusterMass::dailyShare);
            case VENUES -> mass(view, mass -> mass.confirming().size());
            case TIERS ->
                mass(
                        view,
                        mass -> mass.tiers().share(TierBand.X50) + mass.tiers().share(TierBand.X100));
            case AGE -> row.ageMillis();
            case MOVED -> Math.abs(row.track().migration());
            case PATH -> view == null ? Double.NaN : pathRank(view);
            case FUNDING -> view == null ? Double.NaN : row.funding().compareTo(io.faultline.signal.FundingFlag.AGREE);
            case GRADE -> view == null ? Double.NaN : view.grade().share();
            case ALARM -> view == null ? Double.NaN : row.bell().rank();
        };
    }

    private static double mass(@org.jspecify.annotations.Nullable ClusterView view, ToDoubleFunction<ClusterMass> of) {
        return view == null ? Double.NaN : of.applyAsDouble(view.mass());
    }

    /** Hollow ones first, the emptiest first; then open, defended, inside; not seen last. */
    private static double pathRank(ClusterView view) {
        Double hollow = view.path().overall().hollowRatio();
        double ratio = hollow == null ? 0 : Math.min(0.999, hollow / (1 + hollow));
        return switch (view.path().state()) {
            case HOLLOW -> ratio;
            case OPEN -> 1 + ratio;
            case DEFENDED -> 2 + ratio;
            case INSIDE -> 3;
            case UNKNOWN -> Double.NaN;
        };
    }

    /** What a cell says; of a column that is drawn, the same in words. */
    String text(ClusterRow row) {
        ClusterView view = row.view();
        return switch (this) {
            case STAR -> row.starred() ? "yes" : "";
            case CLUSTER -> row.track().name() + (row.weekend() ? " weekend" : "");
            case RANGE -> ClusterWords.range(row.track().cluster(), row.decimals());
            case AT_RISK -> Numbers.usd(row.atRiskUsd());
            case DISCOUNTED -> Numbers.usd(row.discountedUsd());
            case DENSITY -> Numbers.usd(row.track().cluster().densityUsdPerTenthPercent());
            case AGE -> ClusterWords.age(row.ageMillis());
            case MOVED -> Numbers.change(row.track().migration(), 1);
            default -> view == null ? "–" : text(row, view);
        };
    }

    private String text(ClusterRow row, ClusterView view) {
        ClusterMass mass = view.mass();
        return switch (this) {
            case EXPECTED -> Numbers.usd(mass.expected().meanUsd());
            case CHANGE_1H -> ClusterWords.signedUsd(ClusterWords.grown1hUsd(mass));
            case DISTANCE -> ClusterWords.distance(view);
            case BAND -> ClusterWords.band(row.choice().distances().band(view.distance()));
            case OI_SHARE -> ClusterWords.share(mass.openInterestShare(), 1);
            case DAILY -> ClusterWords.share(mass.dailyShare(), 0);
            case VENUES -> codes(mass.confirming()) + " " + mass.confirming().size() + "/" + mass.venuesAsked();
            case TIERS ->
                mass.tiers().usd().keySet().stream()
                        .filter(band -> mass.tiers().share(band) > 0)
                        .map(band -> band.name().substring(1) + "x "
                                + Numbers.percent(mass.tiers().share(band), 0))
                        .collect(Collectors.joining(" "));
            case PATH -> ClusterWords.path(view.path().overall());
            case FUNDING -> ClusterWords.funding(row.funding());
            case GRADE -> view.grade().points() + "/" + view.grade().outOf();
            case ALARM -> row.bell().text();
            default -> throw new IllegalStateException("of every row: " + this);
        };
    }

    private static String codes(List<Venue> venues) {
        Function<Venue, String> code = Venue::code;
        return venues.stream().map(code).collect(Collectors.joining(" "));
    }
}
