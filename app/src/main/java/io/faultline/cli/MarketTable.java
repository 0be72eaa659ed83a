package io.faultline.cli;

import io.faultline.desk.MarketList;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts what several venues say of their contracts together, one row a symbol, largest open interest first. */
final class MarketTable {
    private MarketTable() {}

    static List<MarketList.Row> of(Map<Venue, VenueMarkets> venues) {
        Map<Venue, Map<String, VenueMarkets.Figures>> figures = new TreeMap<>();
        Set<String> symbols = new TreeSet<>();
        venues.forEach((venue, markets) -> {
            Map<String, VenueMarkets.Figures> listed = markets.figures();
            figures.put(venue, listed);
            symbols.addAll(listed.keySet());
        });
        List<MarketList.Row> rows = new ArrayList<>();
        for (String symbol : symbols) {
            rows.add(row(symbol, figures));
        }
        Map<String, Integer> ranks = ranks(rows);
        return rows.stream()
                .map(row -> ranked(row, ranks.getOrDefault(row.symbol(), rows.size())))
                .sorted(Comparator.comparingDouble((MarketList.Row row) -> known(row.openInterestUsd()))
                        .thenComparingDouble(row -> known(row.volumeUsd()))
                        .reversed()
                        .thenComparing(MarketList.Row::symbol))
                .toList();
    }

    private static MarketList.Row row(String symbol, Map<Venue, Map<String, VenueMarkets.Figures>> figures) {
        Set<Venue> venues = EnumSet.noneOf(Venue.class);
        Collection<VenueMarkets.Figures> all = new ArrayList<>();
        figures.forEach((venue, listed) -> {
            VenueMarkets.Figures of = listed.get(symbol);
            if (of != null) {
                venues.add(venue);
                all.add(of);
            }
        });
        double openInterest = Double.NaN;
        double volume = Double.NaN;
        double weighted = 0;
        double weights = 0;
        for (VenueMarkets.Figures of : all) {
            openInterest = plus(openInterest, of.openInterestUsd());
            volume = plus(volume, of.volumeUsd());
            if (of.openInterestUsd() > 0 && !Double.isNaN(of.fundingPer8Hours())) {
                weighted += of.openInterestUsd() * of.fundingPer8Hours();
                weights += of.openInterestUsd();
            }
        }
        double funding = weights > 0 ? weighted / weights : Double.NaN;
        return new MarketList.Row(symbol, venues, openInterest, Double.NaN, volume, Double.NaN, funding, 0);
    }

    /** What is unknown adds nothing; the sum of unknowns is unknown. */
    private static double plus(double sum, double value) {
        if (Double.isNaN(value)) {
            return sum;
        }
        return Double.isNaN(sum) ? value : sum + value;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? -1 : value;
    }

    private static Map<String, Integer> ranks(List<MarketList.Row> rows) {
        Map<String, Integer> ranks = new HashMap<>();
        rows.stream()
                .sorted(Comparator.comparingDouble((MarketList.Row row) -> -known(row.volumeUsd())))
                .forEach(row -> ranks.put(row.symbol(), ranks.size() + 1));
        return ranks;
    }

    private static MarketList.Row ranked(MarketList.Row row, int rank) {
        return new MarketList.Row(
                row.symbol(),
                row.venues(),
                row.openInterestUsd(),
                row.openInterestChange(),
                row.volumeUsd(),
                row.volumeAgainstUsual(),
                row.fundingRate(),
                rank);
    }
}
