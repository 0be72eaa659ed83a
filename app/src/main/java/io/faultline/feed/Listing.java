package io.faultline.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The symbols that a venue lists, and for one that it does not, those that may have been meant. */
record Listing(Collection<String> symbols) {
    private static final int SUGGESTIONS = 3;

    boolean has(String symbol) {
        return symbols.contains(symbol);
    }

    /** Up to three of the nearest names, nearest first. */
    List<String> nearest(String symbol) {
        List<String> sorted = new ArrayList<>(symbols);
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
