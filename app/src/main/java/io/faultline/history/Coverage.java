package io.faultline.history;

import io.faultline.market.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Which spans of a series are known, and from where; all else is a gap. Known spans are kept ascending and disjoint, and
 * no two neighbours of one source touch. Where both sources know a span, {@link Source#LIVE} counts. Immutable.
 */
public final class Coverage {
    /** Nothing known. */
    public static final Coverage NONE = new Coverage(List.of());

    private final List<Known> known;

    /** A span and who knows it. */
    public record Known(TimeSpan span, Source source) {}

    private Coverage(List<Known> known) {
        this.known = List.copyOf(known);
    }

    /** Ascending and disjoint. */
    public List<Known> known() {
        return known;
    }

    /** The same, and that span besides. */
    public Coverage with(TimeSpan span, Source source) {
        List<Known> parts = new ArrayList<>();
        if (source == Source.LIVE) {
            known.forEach(old -> addOutside(old, span, parts));
            parts.add(new Known(span, source));
        } else {
            parts.addAll(known);
            for (TimeSpan gap : gaps(span)) {
                parts.add(new Known(gap, source));
            }
        }
        return new Coverage(joined(parts));
    }

    /** The same without what lies in that span. */
    public Coverage without(TimeSpan span) {
        List<Known> parts = new ArrayList<>();
        known.forEach(old -> addOutside(old, span, parts));
        return new Coverage(parts);
    }

    private static void addOutside(Known old, TimeSpan cut, List<Known> parts) {
        TimeSpan span = old.span();
        if (!span.overlaps(cut)) {
            parts.add(old);
            return;
        }
        if (span.fromMillis() < cut.fromMillis()) {
            parts.add(new Known(new TimeSpan(span.fromMillis(), cut.fromMillis()), old.source()));
        }
        if (span.toMillis() > cut.toMillis()) {
            parts.add(new Known(new TimeSpan(cut.toMillis(), span.toMillis()), old.source()));
        }
    }

    private static List<Known> joined(List<Known> parts) {
        parts.sort((a, b) -> Long.compare(a.span().fromMillis(), b.span().fromMillis()));
        List<Known> joined = new ArrayList<>();
        for (Known part : parts) {
            Known last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.source() == part.source()
                    && last.span().toMillis() == part.span().fromMillis()) {
                TimeSpan both =
                        new TimeSpan(last.span().fromMillis(), part.span().toMillis());
                joined.set(joined.size() - 1, new Known(both, part.source()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    /** What is not known within that span, ascending. */
    public List<TimeSpan> gaps(TimeSpan within) {
        List<TimeSpan> gaps = new ArrayList<>();
        long from = within.fromMillis();
        for (Known part : known) {
            TimeSpan span = part.span();
            if (!span.overlaps(within)) {
                continue;
            }
            if (span.fromMillis() > from) {
                gaps.add(new TimeSpan(from, span.fromMillis()));
            }
            from = span.toMillis();
        }
        if (from < within.toMillis()) {
            gaps.add(new TimeSpan(from, within.toMillis()));
        }
        return gaps;
    }

    /** Whether all of that span is known. */
    public boolean covers(TimeSpan span) {
        return gaps(span).isEmpty();
    }

    /** What either of the two knows. */
    public Coverage and(Coverage other) {
        Coverage both = this;
        for (Known part : other.known) {
            both = both.with(part.span(), part.source());
        }
        return both;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coverage coverage && known.equals(coverage.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
