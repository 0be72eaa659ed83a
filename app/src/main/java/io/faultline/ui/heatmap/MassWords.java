package io.faultline.ui.heatmap;

import io.faultline.desk.GridView;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.TierColours;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the heads of the liquidation layer, and in its text. */
final class MassWords {
    /** What no figure may be taken for. */
    static final String ZONES = "Zones, not price targets.";

    /** What the model cannot see, requirement B8. */
    static final String BLIND_SPOTS =
            "No venue publishes positions or leverage: both are modelled, from trades, open interest,"
                    + " mark prices and margin tables. Not seen: cross margin, OTC trades, insurance funds, what throttled feeds leave"
                    + " out, hidden and iceberg size.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** What makes figures wrong rather than coarse, worst first. */
    private static final List<GridFlag> GRAVE = List.of(
            GridFlag.VENUE_DOWN,
            GridFlag.VENUE_OFF,
            GridFlag.NO_OI,
            GridFlag.VENUE_SILENT,
            GridFlag.MARK_HELD,
            GridFlag.GAP,
            GridFlag.LIQ_SILENT);

    private MassWords() {}

    /** Type, time and basis of what is drawn: {@code Cumulative · 24 h · at risk}. */
    static String title(MassLayer layer, String span) {
        return layer.type().title() + " · " + span
                + (layer.type() == HeatType.FEED ? "" : " · " + lower(layer.basis()));
    }

    /** The length of a column of that window, older than an hour. */
    static String cell(Window window) {
        return switch (window) {
            case H1 -> "10 s";
            case H4, H12, H24 -> "1 min";
            case D3, D7 -> "5 min";
            case D30 -> "30 min";
        };
    }

    /** {@code 24h · 1 min × 5 bp · USD at risk, log}. */
    static String what(MassLayer layer, Frame frame) {
        Window window = layer.window();
        String head = window.label();
        if (layer.type() == HeatType.FEED) {
            return head + " · " + feed(layer, frame);
        }
        String unit = layer.legend().relative() ? "relative, " : "USD ";
        String all =
                head + " · " + cell(window) + " × 5 bp · " + unit + lower(layer.basis()) + ", log" + lookBack(layer);
        return switch (layer.type()) {
            case DELTA -> net(layer) + " · " + all;
            case VENUES -> venues(layer) + " · " + all;
            default -> all;
        };
    }

    private static String lookBack(MassLayer layer) {
        return layer.columns().choice().lookBack() == LookBack.BUILT_IN_WINDOW ? ", built in window" : "";
    }

    private static String lower(MassBasis basis) {
        return basis.title().toLowerCase(Locale.ROOT);
    }

    /** {@code reported 1 h L 1.2M S 3M · 24 h L 71M S 115M · swept by model L … S …}. */
    private static String feed(MassLayer layer, Frame frame) {
        long now = frame.nowNanos();
        long live = layer.present().grid().liveSinceMillis();
        long liveNanos = live == Long.MAX_VALUE ? now : live * 1_000_000;
        FiredTotals hour = FiredTotals.since(frame.data(), now - Window.H1.millis() * 1_000_000, liveNanos);
        FiredTotals day = FiredTotals.since(frame.data(), now - Window.H24.millis() * 1_000_000, liveNanos);
        String since = day.sinceNanos() == 0
                ? "24 h "
                : "since " + Times.moment(day.sinceNanos() / 1_000_000, now / 1_000_000) + " ";
        return "reported 1 h " + hour.reported() + " · " + since + day.reported() + " · swept by model " + day.swept();
    }

    /** {@code net −412M within 3 %: more longs below}. */
    static String net(MassLayer layer) {
        double reach = layer.timeframe().distances().outerBound();
        if (!layer.present().masses().known()) {
            return "net ?";
        }
        double net = layer.present().masses().profile().netUsd(reach)
                * layer.present().masses().factor();
        String side = net < 0 ? ": more longs below" : net > 0 ? ": more shorts above" : "";
        return "net " + (net > 0 ? "+" : "") + layer.present().figure(net) + " within " + Numbers.percent(reach, 0)
                + side;
    }

    /** {@code BN BY = 71 % of open interest}. */
    static String venues(MassLayer layer) {
        Set<Venue> chosen = layer.present().selection().venues();
        String names = layer.present().grids().stream()
                .map(GridSnapshot::venue)
                .filter(chosen::contains)
                .sorted()
                .map(Venue::code)
                .collect(Collectors.joining(" "));
        double share = layer.present().masses().openInterestShare();
        return (names.isEmpty() ? "no venue" : names)
                + (Double.isNaN(share) ? "" : " = " + Numbers.percent(share, 0) + " of open interest");
    }

    /** Where the figures come from: {@code history to 14:02, live since}. */
    static String source(MassLayer layer, Frame frame) {
        GridView grid = layer.present().grid();
        long now = frame.nowNanos() / 1_000_000;
        long known = grid.knownFromMillis();
        if (known == Long.MAX_VALUE) {
            return "no history yet";
        }
        long live = grid.liveSinceMillis();
        String source;
        if (live == Long.MAX_VALUE) {
            source = "history only";
        } else if (live <= known) {
            source = "live since " + Times.moment(live, now);
        } else {
            source = "history to " + Times.moment(live, now) + ", live since";
        }
        boolean young = known > now - layer.window().millis();
        return young ? source + " · built from " + Numbers.age((now - known) * 1_000_000) : source;
    }

    /** What is being waited for; empty if nothing is. */
    static String waiting(MassLayer layer) {
        MassColumns columns = layer.columns();
        if (columns.recomputing()) {
            return columns.isEmpty() ? "computing the heatmap" : "recomputing, the last picture stays";
        }
        return columns.isEmpty() ? "the model waits for a mark price" : "";
    }

    /** The words of the second head. */
    static HeadNotes notes(MassLayer layer, Frame frame, String weekend) {
        GridView grid = layer.present().grid();
        String what = what(layer, frame);
        List<String> trouble = new ArrayList<>();
        String waiting = waiting(layer);
        if (!waiting.isEmpty()) {
            trouble.add(waiting);
        }
        trouble.addAll(flags(grid, GRAVE, true));
        List<String> plain = flags(grid, GRAVE, false);
        String source = source(layer, frame);
        List<String> all = new ArrayList<>(List.of(what, source));
        all.addAll(trouble);
        if (!weekend.isEmpty()) {
            all.add(weekend);
            plain.add(0, weekend);
        }
        all.addAll(plain);
        all.remove(weekend.isEmpty() ? "" : weekend);
        all.add(ZONES);
        all.add(BLIND_SPOTS);
        plain.add(0, source);
        return new HeadNotes(what, String.join(" · ", trouble), String.join(" · ", plain), all);
    }

    /** Each flag with its venues, worst first, and the age of the margin tables. */
    static List<String> flags(GridView grid) {
        List<String> words = flags(grid, GRAVE, true);
        words.addAll(flags(grid, GRAVE, false));
        return words;
    }

    private static List<String> flags(GridView grid, List<GridFlag> some, boolean those) {
        List<GridFlag> order = new ArrayList<>(those ? some : List.of(GridFlag.values()));
        if (!those) {
            order.removeAll(some);
        }
        List<String> words = new ArrayList<>();
        for (GridFlag flag : order) {
            String venues = grid.venues().entrySet().stream()
                    .filter(each -> each.getValue().flags().contains(flag))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .map(Venue::code)
                    .collect(Collectors.joining(" "));
            if (!venues.isEmpty()) {
                words.add(flag.chip() + " " + venues);
            }
        }
        if (!those) {
            brackets(words, grid);
        }
        return words;
    }

    private static void brackets(List<String> words, GridView grid) {
        LocalDate oldest = null;
        for (GridView.Standing standing : grid.venues().values()) {
            LocalDate date = standing.brackets();
            if (date != null && (oldest == null || date.isBefore(oldest))) {
                oldest = date;
            }
        }
        if (oldest != null) {
            words.add("brackets as of " + DAY.format(oldest));
        }
    }

    /** The layer in a sentence. */
    static String sentence(MassLayer layer, Frame frame) {
        Handles handles = layer.legend().contrast().handles();
        String colours = layer.legend().relative()
                ? "sizes are relative"
                : "colours from " + Numbers.usd(handles.low()) + " to " + Numbers.usd(handles.high()) + " USD a bin";
        String bands = layer.bands().size() == Tier.Band.values().length ? "all tiers" : names(layer.bands());
        String waiting = waiting(layer);
        return "liquidations, " + layer.type().title().toLowerCase(Locale.ROOT) + ", " + what(layer, frame) + ", "
                + bands + ", " + colours + ", " + source(layer, frame) + (waiting.isEmpty() ? "" : ", " + waiting);
    }

    private static String names(Set<Tier.Band> bands) {
        return bands.stream().map(TierColours::title).collect(Collectors.joining(" "));
    }
}
