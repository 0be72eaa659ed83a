package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.market.Venue;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.panel.Source;
import io.faultline.ui.panel.VenueControl;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says about itself.
 *
 * @param line stands at its foot
 * @param metadata goes into the file, so that the picture can be made again
 */
record Stamp(String line, Map<String, String> metadata) {
    private static final long SECOND = 1_000_000_000L;

    /** @param panel title of the only panel in the picture, or null for the whole window */
    static Stamp of(Workspace workspace, @Nullable String panel) {
        Session session = workspace.session();
        long now = workspace.nowNanos();
        String symbol = workspace.view().symbol();
        String venues = venues(workspace, panel);
        String span = span(workspace.axes().time().spanNanos());
        StringBuilder line = new StringBuilder(symbol);
        line.append(" · ").append(venues.isEmpty() ? "no venue" : venues);
        boolean heatmap = panel == null || "Heatmap".equals(panel);
        line.append(" · ")
                .append(
                        heatmap
                                ? heatmap(workspace)
                                        .map(shown -> shown.shows(span))
                                        .orElse(span)
                                : panel + " · " + span);
        line.append(" · ").append(now == 0 ? "no data" : UtcTime.stamp(now));
        line.append(" · ").append(program());
        if (session.mode() != Session.Mode.LIVE) {
            line.append(" · ").append(Source.of(session));
        }
        if (!MarketChips.wellAndLive(workspace.state())) {
            line.append(" · ").append(workspace.state().word());
        }
        if (workspace.held()) {
            line.append(" · HELD");
        }
        return new Stamp(line.toString(), metadata(workspace, venues, span));
    }

    /** Empty where that has stopped. */
    private static Optional<HeatmapPanel> heatmap(Workspace workspace) {
        return workspace.panel(HeatmapPanel.class);
    }

    /** The venues whose books are shown: {@code BN OK BG (3/4)} where one is out of step. */
    private static String venues(Workspace workspace, @Nullable String panel) {
        Optional<Venue> only = workspace.panel(LadderPanel.class).flatMap(LadderPanel::only);
        if ("Ladder".equals(panel) && only.isPresent()) {
            return only.get().code();
        }
        List<VenueControl.Row> counted =
                VenueControl.counted(workspace.axes().venues().rows(workspace.view(), workspace.nowNanos()));
        List<VenueControl.Row> inStep =
                counted.stream().filter(VenueControl.Row::inStep).toList();
        String codes = (inStep.isEmpty() ? counted : inStep)
                .stream().map(row -> row.venue().code()).collect(Collectors.joining(" "));
        boolean all = inStep.size() == counted.size() || counted.size() == 1;
        return all ? codes : codes + " (" + inStep.size() + "/" + counted.size() + ")";
    }

    private static Map<String, String> metadata(Workspace workspace, String venues, String span) {
        Session session = workspace.session();
        PriceAxis price = workspace.axes().price();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Software", program());
        data.put("Symbol", workspace.view().symbol());
        data.put("Venues", venues);
        data.put("Mode", Source.of(session));
        data.put("Source", session.title());
        boolean replay = session.mode() == Session.Mode.REPLAY;
        data.put(
                "Journal",
                replay
                        ? session.title()
                        : session.journal().map(Session.JournalStatus::name).orElse(""));
        data.put("Market time", Decimals.canonical(workspace.nowNanos(), 9));
        data.put("State", workspace.state().word());
        heatmap(workspace).ifPresent(shown -> data.putAll(shown.settings()));
        data.put("Model", workspace.view().grid().parameters().toString());
        data.put("Model epoch", Integer.toString(workspace.view().grid().epoch().number()));
        data.put("Window", span);
        data.put("Window start", Decimals.canonical(workspace.axes().time().startNanos(), 9));
        data.put("Prices", plain(price.low()) + "–" + plain(price.high()));
        data.put("Grouping", plain(price.grouping()));
        data.put(
                "Instruments",
                workspace.view().venues().stream()
                        .map(VenueView::instrument)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")));
        return data;
    }

    /** Name and version. */
    static String program() {
        String version = Stamp.class.getPackage().getImplementationVersion();
        return "Faultline " + (version == null ? "unpackaged" : version.replace("-SNAPSHOT", ""));
    }

    /** {@code 5 m}, {@code 24 h}, {@code 3 d}, {@code 90 s}. */
    static String span(long nanos) {
        long seconds = nanos / SECOND;
        if (seconds > 86_400 && seconds % 86_400 == 0) {
            return seconds / 86_400 + " d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " m" : seconds + " s";
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new java.math.MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
