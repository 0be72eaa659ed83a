package io.faultline.ui.panel;

import io.faultline.desk.Session;
import io.faultline.ui.settings.SettingsControl;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the user plans, holds and expects in a symbol, for all its panels. JavaFX thread only. */
public final class Plans {
    private final PlanControl plan;
    private final OwnControl own = new OwnControl();
    private final EventControl events = new EventControl();
    private final PaperControl papers = new PaperControl();
    private Consumer<String> open = panel -> {};

    Plans(LiquidationControl liquidations, ClusterControl clusters, SettingsControl settings) {
        plan = new PlanControl(liquidations, clusters, () -> events.current().isPresent(), settings);
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

    /** What brings a panel of the dock to the front, by its id; whoever lays out panels puts it here. */
    public void onOpen(Consumer<String> show) {
        open = show;
    }

    /** Brings a panel to the front, where there are panels to choose from. */
    public void open(String panel) {
        open.accept(panel);
    }

    /** Rises with every change of any. */
    public long version() {
        return plan.version() + own.version() + events.version();
    }
}
