package io.faultline.ui.plans;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.faultline.desk.CardChoice;
import io.faultline.desk.DeskView;
import io.faultline.desk.SessionSheet;
import io.faultline.market.PositionSide;
import io.faultline.signal.FundingRule;
import io.faultline.signal.PathState;
import io.faultline.ui.panel.CalendarEvent;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.text.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A session sheet as it is shown, copied, saved and exported.
 *
 * @param events ahead within a day, in order
 * @param opens of the sessions within a day
 */
record SheetWords(
        String symbol,
        SessionSheet sheet,
        List<CalendarEvent> events,
        List<SessionOpens.Open> opens,
        CardChoice choice,
        int decimals) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static final List<String> HEADS = List.of(
            "cluster",
            "",
            "near",
            "far",
            "at risk",
            "discounted",
            "distance",
            "path",
            "on the way",
            "behind",
            "funding",
            "grade");

    private static final long DAY_MILLIS = 86_400_000L;
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeSpecialFloatingPointValues()
            .create();

    static SheetWords of(DeskView view, CardChoice choice, List<CalendarEvent> ahead, long nowMillis) {
        return new SheetWords(
                view.symbol(),
                SessionSheet.of(view.clusters(), choice),
                ahead.stream()
                        .filter(event -> event.millis() < nowMillis + DAY_MILLIS)
                        .toList(),
                SessionOpens.between(nowMillis, nowMillis + DAY_MILLIS),
                choice,
                LastPrice.of(view).decimals());
    }

    /** The rule's name as the panels write it. */
    static String rule(FundingRule rule) {
        return rule == FundingRule.SQUEEZE ? "Squeeze" : "Carry";
    }

    /** The cells of a row, under {@link #HEADS}. */
    List<String> cells(SessionSheet.Line line) {
        boolean seen = line.path() != PathState.UNKNOWN;
        return List.of(
                (line.side() == PositionSide.LONG ? "▼ " : "▲ ") + line.name(),
                (line.nearest() && line.largest() ? "nearest, largest" : line.nearest() ? "nearest" : "largest")
                        + (line.moved() ? ", moved > 1 %" : ""),
                Numbers.price(line.near(), decimals),
                Numbers.price(line.far(), decimals),
                Numbers.usd(line.atRiskUsd()),
                Numbers.usd(line.discountedUsd()),
                Numbers.change(line.side() == PositionSide.LONG ? -line.distance() : line.distance(), 2),
                line.path().name().toLowerCase(Locale.ROOT),
                seen ? Numbers.usd(line.pathUsd()) : "?",
                seen ? Numbers.usd(line.catchUsd()) : "?",
                line.funding().name().toLowerCase(Locale.ROOT),
                line.points() + "/" + line.outOf());
    }

    List<String> ahead() {
        List<String> lines = new ArrayList<>();
        for (CalendarEvent event : events) {
            lines.add(UTC.format(Instant.ofEpochMilli(event.millis())) + " " + event.title());
        }
        for (SessionOpens.Open open : opens) {
            lines.add(UTC.format(Instant.ofEpochMilli(open.millis())) + " " + open.name() + " opens");
        }
        return lines;
    }

    List<Integer> clusterIds() {
        return sheet.lines().stream()
                .map(SessionSheet.Line::clusterId)
                .distinct()
                .toList();
    }

    String text() {
        return sheet.text(symbol) + "\nfunding rule " + choice.rule().name().toLowerCase(Locale.ROOT) + "\n"
                + String.join("\n", ahead()) + "\n";
    }

    /** @param source where the figures are from */
    String json(String source) {
        JsonObject json = new JsonObject();
        json.addProperty("source", source);
        json.addProperty("symbol", symbol);
        json.addProperty("time", Instant.ofEpochMilli(sheet.millis()).toString());
        json.addProperty("fundingRule", choice.rule().name());
        json.addProperty("discount", choice.discount());
        json.add("sheet", GSON.toJsonTree(sheet));
        json.add("ahead", GSON.toJsonTree(ahead()));
        return GSON.toJson(json) + "\n";
    }
}
