package io.faultline.desk;

import io.faultline.liquidation.BracketTable;
import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.VenueMargin;
import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which margin tables price a venue's positions: its own where a whole one is known, else those of another venue for the
 * same coin, else the most cautious known; what is not the venue's own is marked as borrowed.
 *
 * @param words where they are from, for people
 */
record BracketChoice(BracketTables tables, boolean borrowed, String words) {
    /** Lenders of the largest markets first; of one venue the newest. Of contracts nobody else knows the size. */
    private static final Comparator<RiskTiers> LENDERS = Comparator.comparing(
                    (RiskTiers table) -> table.instrument().venue())
            .thenComparing(RiskTiers::asOf, Comparator.reverseOrder());

    /**
     * @param known tables of the symbol at any venue, live ones included; of two of one contract and day the later counts
     * @param fallback what to borrow if there is none
     * @param contractSize coins in a contract of the instrument
     * @return empty if nothing can be had at all
     */
    static Optional<BracketChoice> of(
            InstrumentId instrument, List<RiskTiers> known, Optional<RiskTiers> fallback, double contractSize) {
        List<RiskTiers> own = new ArrayList<>();
        String refused = "";
        for (RiskTiers table : known) {
            if (table.instrument().equals(instrument)) {
                if (table.complete()) {
                    own.removeIf(other -> other.asOf().equals(table.asOf()));
                    own.add(table);
                } else {
                    refused = "; " + instrument.venue().title() + "'s own of " + table.asOf()
                            + " is not whole, and not used";
                }
            }
        }
        Optional<BracketTables> tables = VenueMargin.tables(own, contractSize);
        if (tables.isPresent()) {
            RiskTiers newest =
                    own.stream().max(Comparator.comparing(RiskTiers::asOf)).orElseThrow();
            return Optional.of(new BracketChoice(
                    tables.get(), false, "brackets of " + newest.asOf() + ": " + newest.origin() + refused));
        }
        String note = refused;
        return known.stream()
                .filter(table -> table.complete() && table.unit() == RiskTiers.Unit.QUOTE)
                .min(LENDERS)
                .or(() -> fallback)
                .flatMap(lender -> borrowed(lender, note));
    }

    private static Optional<BracketChoice> borrowed(RiskTiers lender, String note) {
        return VenueMargin.tables(List.of(lender), 1).map(tables -> {
            BracketTable table = tables.at(0).borrowed();
            String words =
                    "brackets borrowed from " + lender.instrument().venue().title() + " "
                            + lender.instrument().symbol() + " of " + lender.asOf() + note;
            return new BracketChoice(new BracketTables(List.of(table)), true, words);
        });
    }
}
