package io.faultline.ui.panel;

import io.faultline.desk.Session;
import java.util.function.BiConsumer;

/** What the user plans, holds and expects in a symbol, for all its panels. JavaFX thread only. */
public final class Plans {
    private final PlanControl plan;
    private final OwnControl own = new OwnControl();
    private final EventControl events = new EventControl();
    private final PaperControl papers = new PaperControl();

    Plans(LiquidationControl liquidations, ClusterControl clusters) {
        plan = new PlanControl(liquidations, clusters, () -> events.current().isPresent());
    }

    /**
     * Goes with that session: reads what was kept, and keeps what comes.
     *
     * @param say shows words for some seconds; true where they tell of trouble
     */
    public void bind(Session session, BiConsumer<String, Boolean> say) {
        plan.bind(session);
        own.bind(session);
        events.bind(session, say);
        papers.bind(session);
    }

    /** Once a pulse, before the panels. */
    public void see(Pulse pulse) {
        plan.see(pulse.view());
        own.see(pulse.view());
        events.see(pulse.nowNanos() / 1_000_000);
    }

    public PlanControl plan() {
        return plan;
    }

    public OwnControl own() {
        return own;
    }

    public PaperControl papers() {
        return papers;
    }

    public EventControl events() {
        return events;
    }

    /** Rises with every change of any. */
    public long version() {
        return plan.version() + own.version() + events.version();
    }
}
