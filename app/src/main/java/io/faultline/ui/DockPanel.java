package io.faultline.ui;

import io.faultline.ui.panel.Panel;
import java.util.function.Supplier;

/**
 * A panel of the dock.
 *
 * @param id stable, for layout, help and tests: lower case
 * @param title stands for the panel's own while there is no panel
 * @param maker makes it, again when it has stopped
 */
record DockPanel(String id, String title, Place place, Supplier<Panel> maker) {
    /** What kind of panel it is, which says where in the dock it stands: narrow windows have fewer places. */
    enum Place {
        /** Wide tables, under the heatmap. */
        TABLE,
        LEDGER,
        /** What happened, newest first. */
        LOG,
        /** All about the one thing that is selected, under map and ladder. */
        CARD,
        /** Conditions and plan, under funding. */
        SETUP,
        /** How the venues' feeds stand: as wide as a table, and the last of the tabs. */
        FEEDS
    }
}
