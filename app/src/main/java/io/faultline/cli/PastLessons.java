package io.faultline.cli;

import io.faultline.backfill.BootstrapProgress;
import io.faultline.liquidation.VenuePast;
import io.faultline.market.HistoryBar;
import io.faultline.market.InstrumentId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * When the grid is told what history knows: at once when there is more of it, but of who took in bars that it has, which
 * some venues tell page by page and seconds apart, only when all is there. One thread, but for {@link #to}.
 */
final class PastLessons {
    private final Map<InstrumentId, List<HistoryBar>> told = new HashMap<>();
    private volatile Consumer<Map<InstrumentId, VenuePast>> taught = pasts -> {};

    /** Who is told from now on. */
    void to(Consumer<Map<InstrumentId, VenuePast>> listener) {
        taught = listener;
    }

    void teach(Map<InstrumentId, List<HistoryBar>> known, BootstrapProgress progress) {
        Map<InstrumentId, VenuePast> pasts = new LinkedHashMap<>();
        known.forEach((instrument, bars) -> {
            List<HistoryBar> before = told.getOrDefault(instrument, List.of());
            boolean wait = !isComplete(instrument, progress) && differOnlyInSplit(before, bars);
            if (!wait) {
                told.put(instrument, bars);
            }
            pasts.put(instrument, VenuePast.of(told.getOrDefault(instrument, bars)));
        });
        taught.accept(pasts);
    }

    private static boolean isComplete(InstrumentId instrument, BootstrapProgress progress) {
        return progress.contracts().stream().anyMatch(each -> each.instrument().equals(instrument) && each.complete());
    }

    private static boolean differOnlyInSplit(List<HistoryBar> before, List<HistoryBar> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            HistoryBar a = before.get(i);
            HistoryBar b = now.get(i);
            boolean same = a.startMillis() == b.startMillis()
                    && a.timeframe() == b.timeframe()
                    && a.prices().equals(b.prices())
                    && Objects.equals(a.mark(), b.mark())
                    && Double.compare(a.openInterest(), b.openInterest()) == 0;
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
