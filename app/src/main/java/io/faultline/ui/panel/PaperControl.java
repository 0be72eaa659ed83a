package io.faultline.ui.panel;

import io.faultline.desk.DeskView;
import io.faultline.desk.KeptPaper;
import io.faultline.desk.PaperView;
import io.faultline.desk.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Paper trades of a symbol: those that run, and those of earlier runs. Nothing is ever sent. JavaFX thread only. */
public final class PaperControl {
    private final Map<String, KeptPaper> earlier = new TreeMap<>();
    private @Nullable Session session;
    private String symbol = "";

    /**
     * One of them.
     *
     * @param live whether it is of this run, and goes on
     */
    public record Paper(KeptPaper trade, boolean live) {}

    void bind(Session of) {
        session = of;
        symbol = of.view().symbol();
        Kept.read(
                of.records(),
                KeptPaper.KIND,
                kept -> kept.values()
                        .forEach(text -> KeptPaper.read(text)
                                .filter(paper -> paper.symbol().equals(symbol))
                                .ifPresent(paper -> earlier.put(paper.key(), paper))));
    }

    /** Newest first. */
    public List<Paper> all(DeskView view) {
        List<Paper> all = new ArrayList<>();
        Map<String, KeptPaper> kept = new TreeMap<>(earlier);
        for (PaperView each : view.papers()) {
            KeptPaper trade = new KeptPaper(symbol, each.id(), each.mark(), each.result());
            kept.remove(trade.key());
            all.add(new Paper(trade, true));
        }
        kept.values().forEach(trade -> all.add(new Paper(trade, false)));
        all.sort(Comparator.comparingLong(
                (Paper paper) -> -paper.trade().result().armedMillis()));
        return all;
    }

    /** Takes one back, closes it at once, or forgets one that is over. */
    public void close(Paper paper) {
        Session to = session;
        if (to == null) {
            return;
        }
        if (paper.live()) {
            to.closePaper(paper.trade().id());
        } else {
            earlier.remove(paper.trade().key());
            to.records().write(KeptPaper.KIND, paper.trade().key(), null);
        }
    }
}
