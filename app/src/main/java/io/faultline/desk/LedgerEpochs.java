package io.faultline.desk;

import io.faultline.ledger.MarkSpan;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import io.faultline.liquidation.VenueInputs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a ledger's epochs are called, and what the mark did where nobody watched. */
final class LedgerEpochs {
    /** Goes up with every change of the model that makes its figures others, model 20. */
    private static final int MODEL = 1;

    private static final int DIGITS = 8;

    private LedgerEpochs() {}

    /** The same for the same parameters and rules, on every machine. */
    static String id(ModelParameters parameters, SignalRules rules) {
        String own = rules.equals(SignalRules.DEFAULT) ? "" : "\n" + RuleText.of(rules);
        String words = ParameterText.of(parameters) + own;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return "m" + MODEL + "-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** What the mark did from a time on, by the venue that knows most of it, oldest first. */
    static List<MarkSpan> marks(List<VenueInputs> venues, long sinceMillis) {
        List<MarkSpan> best = List.of();
        long longest = -1;
        for (VenueInputs venue : venues) {
            List<MarkSpan> spans = new ArrayList<>();
            long known = 0;
            for (GridBar bar : venue.bars()) {
                if (bar.endMillis() > sinceMillis) {
                    spans.add(span(bar));
                    known += bar.endMillis() - bar.startMillis();
                }
            }
            if (known > longest) {
                longest = known;
                best = spans;
            }
        }
        return best;
    }

    private static MarkSpan span(GridBar bar) {
        double last = bar.lastMark();
        return new MarkSpan(
                bar.startMillis(),
                bar.endMillis(),
                Math.min(bar.lowestMark(), last),
                Math.max(bar.highestMark(), last),
                last);
    }
}
