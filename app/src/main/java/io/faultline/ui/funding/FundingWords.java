package io.faultline.ui.funding;

import io.faultline.desk.BookView;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.FundingAge;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The sentences of the panel, and when a figure counts as stale: older than three times what is expected. */
final class FundingWords {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    /** Three times as old as mark and funding are at most, where a venue promises nothing else. */
    static final long RATES_STALE = FundingAge.LEAST_NANOS;
    /** Asked for every five seconds. */
    static final long INTEREST_STALE = 15 * SECOND;
    /** Asked for every thirty seconds. */
    static final long VOLUME_STALE = 90 * SECOND;

    private FundingWords() {}

    /** {@code longs pay shorts 0.0108 % in 01:33:55}. */
    static String whoPays(FundingFigures.Rates rates, long nowNanos) {
        if (Double.isNaN(rates.predicted())) {
            return "no funding rate yet";
        }
        return whoPays(rates) + (rates.nextMillis() == 0 ? "" : " in " + untilNext(rates, nowNanos));
    }

    /** {@code longs pay shorts 0.0108 %}. */
    static String whoPays(FundingFigures.Rates rates) {
        if (Double.isNaN(rates.predicted())) {
            return "no funding rate yet";
        }
        String size = Numbers.percent(Math.abs(rates.predicted()), 4);
        if (rates.predicted() == 0) {
            return "nobody pays";
        }
        return (rates.predicted() > 0 ? "longs pay shorts " : "shorts pay longs ") + size;
    }

    /** {@code longs}, {@code shorts}, {@code nobody} or a dash: who pays at the coming settlement. */
    static String payer(FundingFigures.Rates rates) {
        if (Double.isNaN(rates.predicted())) {
            return "–";
        }
        return rates.predicted() == 0 ? "nobody" : rates.predicted() > 0 ? "longs" : "shorts";
    }

    /** {@code longs pay on BN BY, shorts on OK}; empty where no venue says. */
    static String payers(List<FundingRow> rows) {
        List<String> sentences = new ArrayList<>();
        for (String payer : List.of("longs", "shorts", "nobody")) {
            List<Venue> venues = new ArrayList<>();
            for (FundingRow row : rows) {
                if (row.figures() != null && payer(row.figures().rates()).equals(payer)) {
                    venues.add(row.venue());
                }
            }
            if (!venues.isEmpty()) {
                String verb = payer.equals("nobody") ? " pays on " : sentences.isEmpty() ? " pay on " : " on ";
                sentences.add(payer + verb + FundingTable.codes(venues));
            }
        }
        return String.join(", ", sentences);
    }

    /**
     * As many of these as fit, joined, each whole: {@code cap ±0.3 % BN BG · ±0.5 % BY …}.
     *
     * @param fits whether there is room for such a text
     */
    static String whole(List<String> items, Predicate<String> fits) {
        for (int count = items.size(); count > 0; count--) {
            String text = String.join(" · ", items.subList(0, count)) + (count < items.size() ? " …" : "");
            if (fits.test(text)) {
                return text;
            }
        }
        return "";
    }

    /** {@code cap ±0.3 % BN BG}, {@code ±0.5 % BY}, with what is not published and which intervals are defaults. */
    static List<String> terms(List<FundingRow> rows) {
        Map<String, List<Venue>> venues = new LinkedHashMap<>();
        List<Venue> defaults = new ArrayList<>();
        for (FundingRow row : rows) {
            if (row.figures() != null) {
                FundingFigures.Terms terms = row.figures().terms();
                venues.computeIfAbsent(bounds(terms), bounds -> new ArrayList<>())
                        .add(row.venue());
                if (terms.byDefault()) {
                    defaults.add(row.venue());
                }
            }
        }
        List<String> parts = new ArrayList<>();
        String cap = "cap ";
        for (Map.Entry<String, List<Venue>> of : venues.entrySet()) {
            parts.add(cap + of.getKey() + " " + FundingTable.codes(of.getValue()));
            cap = "";
        }
        if (!defaults.isEmpty()) {
            parts.add("interval assumed " + FundingTable.codes(defaults));
        }
        return parts;
    }

    private static String bounds(FundingFigures.Terms terms) {
        if (Double.isNaN(terms.cap()) && Double.isNaN(terms.floor())) {
            return "unknown";
        }
        return terms.cap() == -terms.floor()
                ? "±" + brief(terms.cap())
                : brief(terms.cap()) + ", floor " + brief(terms.floor());
    }

    /** Without zeros that say nothing. */
    private static String brief(double bound) {
        return Numbers.percent(bound, 2).replaceFirst("\\.?0+(?=\\D*$)", "");
    }

    /** {@code 01:33:55}, or a dash. */
    static String untilNext(FundingFigures.Rates rates, long nowNanos) {
        return rates.nextMillis() == 0 ? "–" : Numbers.countdown(rates.nextMillis() * 1_000_000 - nowNanos);
    }

    /** {@code 8 h}, {@code 30 min}, or a dash. */
    static String interval(long millis) {
        if (millis <= 0) {
            return "–";
        }
        return millis % 3_600_000 == 0 ? millis / 3_600_000 + " h" : millis / 60_000 + " min";
    }

    /** The interval that a rate must carry, {@code 1h}; empty for the usual 8 hours, or where it is not known. */
    static String unusual(long millis) {
        return millis <= 0 || millis == 8 * 3_600_000 ? "" : interval(millis).replace(" ", "");
    }

    /** Cap, floor and what is wrong with the interval. */
    static String terms(FundingFigures.Terms terms) {
        String bounds = "cap, floor not published";
        if (!Double.isNaN(terms.cap()) || !Double.isNaN(terms.floor())) {
            bounds = terms.cap() == -terms.floor()
                    ? "cap ±" + Numbers.percent(terms.cap(), 2)
                    : "cap " + Numbers.percent(terms.cap(), 2) + " · floor " + Numbers.percent(terms.floor(), 2);
        }
        if (terms.intervalMillis() <= 0) {
            return bounds + " · interval unknown";
        }
        String interval = interval(terms.intervalMillis());
        if (terms.contradicted()) {
            return bounds + " · " + interval + " default contradicted";
        }
        return bounds + " · " + interval + (terms.byDefault() ? " default" : "");
    }

    /** Why a change is missing, in words; empty when none is. */
    static String missing(FundingFigures.Interest interest) {
        boolean complete = !Double.isNaN(interest.hour()) && !Double.isNaN(interest.day());
        if (complete || interest.ageNanos() < 0) {
            return "";
        }
        long window = Double.isNaN(interest.hour()) ? HOUR : 24 * HOUR;
        if (interest.reachNanos() >= window) {
            return "gap in history";
        }
        return interest.reachNanos() < 0 ? "no history" : Numbers.age(interest.reachNanos()) + " seen";
    }

    /** {@code STALE 12 s}, or empty. */
    static String stale(long ageNanos, long limitNanos) {
        return ageNanos > limitNanos ? "STALE " + Numbers.age(ageNanos) : "";
    }

    static StateShape shape(VenueView venue, FundingFigures.Rates rates) {
        if (venue.book().state() == BookView.State.LOST) {
            return StateShape.LOST;
        }
        if (rates.ageNanos() < 0) {
            return StateShape.SILENT;
        }
        return rates.old() ? StateShape.STALE : StateShape.LIVE;
    }
}
