package io.faultline.venue;

import io.faultline.market.RiskTiers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** A margin table as the text of a file that {@link RiskTierTables} reads. */
final class RiskTierText {
    private RiskTierText() {}

    static String of(RiskTiers table) {
        boolean bySlice = table.tiers().get(0).deduction() != null;
        return "{\"format\": \"" + RiskTierTables.FORMAT + "\", \"tables\": [\n"
                + "  {\"venue\": " + quoted(table.venue().id())
                + ", \"instrument\": " + quoted(table.instrument().symbol())
                + ", \"asOf\": " + quoted(table.asOf().toString())
                + ", \"confidence\": " + quoted(word(table.confidence()))
                + ", \"unit\": " + quoted(word(table.unit()))
                + ", \"complete\": " + table.complete()
                + ", \"bySlice\": " + bySlice
                + ",\n   \"origin\": " + quoted(table.origin())
                + ",\n   \"tiers\": ["
                + table.tiers().stream().map(RiskTierText::row).collect(Collectors.joining(", "))
                + "]}]}\n";
    }

    private static String row(RiskTiers.Tier tier) {
        BigDecimal deduction = tier.deduction();
        return "[" + quoted(tier.cap()) + ", " + quoted(tier.maintenanceRate()) + ", " + quoted(tier.initialRate())
                + ", " + quoted(tier.maxLeverage()) + (deduction == null ? "" : ", " + quoted(deduction)) + "]";
    }

    private static String quoted(BigDecimal number) {
        return "\"" + number.toPlainString() + "\"";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c < ' ' ? ' ' : c);
        }
        return quoted.append('"').toString();
    }
}
