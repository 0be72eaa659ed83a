package io.faultline.signal;

import java.util.List;
import java.util.Optional;

/**
 * How a paper trade stands, or ended. Nothing of it was ever sent: say PAPER beside each figure.
 *
 * @param armedMillis event time, since 1970
 * @param fills in order
 * @param grossUsd gain by price alone; of what is still open, at the mark
 * @param feesUsd paid
 * @param fundingUsd received, negative where paid
 * @param before what rested about price 30 s before the entry, or as long before as it was watched; empty before the
 *     entry
 */
public record PaperResult(
        SessionPlan plan,
        PaperTerms terms,
        PaperTrade.Stage stage,
        long armedMillis,
        List<PaperFill> fills,
        double grossUsd,
        double feesUsd,
        double fundingUsd,
        Optional<BookPicture> before) {
    public PaperResult {
        fills = List.copyOf(fills);
    }

    /** After fees and funding. */
    public double netUsd() {
        return grossUsd - feesUsd + fundingUsd;
    }

    /** The same in multiples of what the plan risked. */
    public double netR() {
        return netUsd() / plan.riskUsd();
    }

    /** Whether a part was counted at the worst price seen, because no book showed enough. */
    public boolean beyondBook() {
        return fills.stream().anyMatch(PaperFill::beyondBook);
    }
}
