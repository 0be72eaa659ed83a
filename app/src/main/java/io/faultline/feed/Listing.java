package io.faultline.feed;

import io.faultline.market.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The contracts that a venue lists, by its own names, and for one that it does not, those that may have been meant. */
record Listing(Map<String, Instrument> contracts) {
    private static final int SUGGESTIONS = 3;

    /** Whether it is listed and not closed for good. */
    boolean has(String symbol) {
        Instrument contract = contracts.get(symbol);
        return contract != null && contract.status() != Instrument.Status.CLOSED;
    }

    /** Up to three of the nearest of the names, nearest first. */
    static List<String> nearest(Collection<String> listed, String symbol) {
        List<String> sorted = new ArrayList<>(listed);
        sorted.sort(Comparator.<String>comparingInt(name -> distance(name, symbol))
                .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(sorted.subList(0, Math.min(SUGGESTIONS, sorted.size())));
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
