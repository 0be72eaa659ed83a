package io.faultline.ui.alarms.chart;

import io.faultline.alarm.Firing;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.Signal;
import io.faultline.alarm.SizeRule;
import io.faultline.alarm.StageEvent;
import io.faultline.alarm.StandingRule;
import io.faultline.market.PositionSide;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alarms in words. */
public final class AlarmWords {
    private static final List<String> QUOTES = List.of("USDT", "USDC", "USD");

    private static final int MOST_DECIMALS = 10;

    private AlarmWords() {}

    /** {@code price ≥ 105,500}. */
    public static String name(PriceRule rule, int decimals) {
        return "price " + sign(rule.direction()) + " " + price(rule.level(), decimals);
    }

    /** What a price must do: be reached from below, from above, from either. */
    public static String sign(PriceRule.Direction direction) {
        return switch (direction) {
            case RISING -> "≥";
            case FALLING -> "≤";
            case EITHER -> "at";
        };
    }

    /** {@code liquidations ≥ 5.00M}, of longs or shorts where one is chosen. */
    public static String name(SizeRule rule) {
        return liquidations(rule) + " ≥ " + Numbers.usd(rule.usd());
    }

    private static String liquidations(SizeRule rule) {
        PositionSide side = rule.side();
        return side == null ? "liquidations" : side == PositionSide.LONG ? "liquidated longs" : "liquidated shorts";
    }

    /** {@code clusters ≥ 100M}. */
    public static String name(StandingRule rule) {
        return "clusters ≥ " + Numbers.usd(rule.leastUsd());
    }

    /** {@code 10 s}, {@code 5 min}, {@code 1 h}. */
    public static String window(long millis) {
        return millis >= 3_600_000
                ? millis / 3_600_000 + " h"
                : millis >= 60_000 ? millis / 60_000 + " min" : millis / 1000 + " s";
    }

    /** Decimals that tell a price of any symbol well enough: five significant digits or more. */
    public static int decimals(double price) {
        if (!(price > 0)) {
            return 2;
        }
        return Math.max(1, Math.min(MOST_DECIMALS, 4 - (int) Math.floor(Math.log10(price))));
    }

    /** A price with its decimals, but whole where they are all 0 and it is large. */
    public static String price(double price, int decimals) {
        boolean whole = price >= 1000 && Math.abs(price - Math.rint(price)) < 1e-9;
        return Numbers.price(price, whole ? 0 : decimals);
    }

    /** {@code 2 %}, {@code 1.5 %}. */
    public static String perimeter(double fraction) {
        double percent = fraction * 100;
        int decimals = Math.abs(percent - Math.rint(percent)) < 1e-9
                ? 0
                : Math.abs(percent * 10 - Math.rint(percent * 10)) < 1e-9 ? 1 : 2;
        return Numbers.percent(fraction, decimals);
    }

    /** {@code BTC} of {@code BTCUSDT}. */
    public static String base(String symbol) {
        for (String quote : QUOTES) {
            if (symbol.endsWith(quote) && symbol.length() > quote.length()) {
                return symbol.substring(0, symbol.length() - quote.length());
            }
        }
        return symbol;
    }

    /** What has happened, in a few words: {@code BTC entered L1}. */
    public static String headline(Firing firing) {
        String coin = base(firing.alarm().symbol());
        String cluster = firing.cluster();
        boolean came = firing.cause() == StageEvent.Cause.MIGRATION;
        return switch (firing.signal()) {
            case PERIMETER -> came ? coin + ": " + cluster + " has come near" : coin + " is near " + cluster;
            case ENTRY -> came ? coin + ": " + cluster + " has come to price" : coin + " entered " + cluster;
            case CASCADE -> coin + " is through " + cluster + ", the next is close";
            case SWEPT -> coin + " swept " + cluster;
            case REJECTED -> coin + " was rejected at " + cluster;
            case REARMED -> cluster + " is armed again";
            case WITHDRAWN -> cluster + " was withdrawn";
            case DISSOLVED -> coin + ": " + cluster + " has dissolved";
            case PRICE_REACHED -> coin + " " + firing.alarm().name();
            case SIZE_REACHED -> coin + " liquidations " + Numbers.usd(firing.usd());
            case CLUSTER_BORN -> coin + ": " + cluster + " is born";
            case CLUSTER_GROWS -> coin + ": " + cluster + " grows fast";
            case CLUSTER_NEAR -> coin + ": " + cluster + " is near";
        };
    }

    /**
     * The rest of the sentence: when, at which price, how much, and what else was so.
     *
     * @param discount share of what is at risk that is taken off; 0 to 1
     * @param when in words
     */
    public static String details(LogEntry entry, double discount, String when, int decimals) {
        Firing firing = entry.firing();
        List<String> parts = new ArrayList<>();
        parts.add(when + " at " + Numbers.price(firing.price(), decimals));
        if (firing.signal() == Signal.SIZE_REACHED) {
            parts.add("reported within " + seconds(firing.spanMillis()));
        } else if (firing.usd() > 0) {
            parts.add(Numbers.usd(firing.usd()) + " at risk, " + Numbers.usd(firing.usd() * (1 - discount))
                    + " discounted");
        }
        if (!entry.note().isEmpty()) {
            parts.add(entry.note());
        }
        String fresh = freshness(firing.freshness());
        if (!fresh.isEmpty()) {
            parts.add(fresh);
        }
        return String.join(" · ", parts);
    }

    private static String seconds(long millis) {
        return Numbers.age(millis * 1_000_000);
    }

    /** Why it made no sound, where that is because of the data; empty for live. */
    public static String freshness(Freshness freshness) {
        return switch (freshness) {
            case FRESH, IGNORED -> "";
            case AFTER_GAP -> "after a gap";
            case LATE -> "late";
            case MISSED -> "missed while away";
            case ALREADY -> "held when it was armed";
        };
    }

    /** The signal as a word of the log: {@code entry}. */
    public static String word(Signal signal) {
        return switch (signal) {
            case PRICE_REACHED -> "price";
            case SIZE_REACHED -> "size";
            case CLUSTER_BORN -> "born";
            case CLUSTER_GROWS -> "grows";
            case CLUSTER_NEAR -> "near";
            default -> signal.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What fired, for the log and the strip: {@code L1 entry}, {@code price ≥ 105,500}. */
    public static String what(Firing firing) {
        return switch (firing.signal()) {
            case PRICE_REACHED, SIZE_REACHED -> firing.alarm().name();
            default -> firing.cluster() + " " + word(firing.signal());
        };
    }
}
