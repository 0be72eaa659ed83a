package io.faultline.ui.alarms;

import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.ClusterDraft;
import io.faultline.ui.alarms.chart.Draft;
import io.faultline.ui.alarms.chart.PriceDraft;
import io.faultline.ui.alarms.chart.SizeDraft;
import io.faultline.ui.alarms.chart.StandingDraft;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The alarm that is being set, in the alarm strip: what it waits for, to be changed; Enter keeps, Esc drops. */
public final class DraftStrip {
    private final AlarmControl control;
    private final PriceForm price;
    private final ClusterForm cluster;
    private final SizeForm size;
    private final StandingForm standing;
    private final StackPane form = new StackPane();
    private final Button delete;
    private final HBox root = StripParts.row(10);
    private @Nullable Draft shown;

    public DraftStrip(AlarmControl control) {
        this.control = control;
        price = new PriceForm(control);
        cluster = new ClusterForm(control);
        size = new SizeForm(control);
        standing = new StandingForm(control);
        form.setMinWidth(0);
        delete = StripParts.button("Del", "Delete", "draft-delete", control::deleteChosen);
        root.getChildren()
                .addAll(
                        StripParts.bell("stage-0"),
                        form,
                        StripParts.space(),
                        delete,
                        StripParts.button("Enter", "Keep", "draft-keep", control::keep),
                        StripParts.button("Esc", "Drop", "draft-drop", control::drop));
    }

    public Region node() {
        return root;
    }

    /** Shows the draft as it is now; nothing where there is none. */
    public void show() {
        Draft draft = control.draft();
        if (draft == null) {
            shown = null;
            return;
        }
        if (shown == null || !shown.getClass().equals(draft.getClass())) {
            form.getChildren().setAll(formOf(draft));
        }
        shown = draft;
        StripParts.show(delete, draft.alarmId() != 0);
        if (draft instanceof PriceDraft of) {
            price.show(of);
        } else if (draft instanceof ClusterDraft of) {
            cluster.show(of);
        } else if (draft instanceof SizeDraft of) {
            size.show(of);
        } else if (draft instanceof StandingDraft of) {
            standing.show(of);
        }
    }

    private Region formOf(Draft draft) {
        if (draft instanceof PriceDraft) {
            return price.node();
        }
        if (draft instanceof ClusterDraft) {
            return cluster.node();
        }
        return draft instanceof SizeDraft ? size.node() : standing.node();
    }
}
