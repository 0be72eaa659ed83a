package io.faultline.ui.ladder;

import io.faultline.desk.VenueView;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The head of the ladder. The chip says the venue, and its state in words while the book is not live; it grows into
 * free space, so that the buttons stay where they are.
 */
final class LadderHead {
    private static final double WIDE = 430;
    private static final double WIDEST = 560;
    private static final double NARROW = 300;
    private static final long REST_NANOS = 250_000_000L;

    private final PanelHead head;
    private final Label venueChip;
    private final Segments link;
    private final Segments grouping;
    private final Label age;
    private long agedNanos = Long.MIN_VALUE;
    private StateShape shown = StateShape.OFF;

    LadderHead(Palette palette, LadderPanel panel) {
        head = new PanelHead(palette, "Ladder");
        venueChip = PanelHead.chip();
        link = new Segments("Linked", "Close-up");
        link.onPress(0, () -> panel.link(true));
        link.onPress(1, () -> panel.link(false));
        grouping = new Segments("finer grouping", "grouping", "coarser grouping");
        grouping.onPress(0, panel::finer);
        grouping.onPress(2, panel::coarser);
        grouping.light(1);
        age = PanelHead.label("low");
        age.setPrefWidth(44);
        age.setAlignment(Pos.CENTER_RIGHT);
        head.left(venueChip);
        head.right(link.node(), grouping.node(), age);
    }

    Region node() {
        return head.node();
    }

    void update(@Nullable VenueView venue, LadderAxis axis, long nowNanos) {
        link.light(axis.closeUp() ? 1 : 0);
        grouping(axis.active());
        boolean priced = venue != null
                && (venue.lastTrade() != null
                        || Double.isFinite(venue.book().depth().mid()));
        StateShape state = venue == null ? StateShape.SILENT : BookWords.shape(venue, nowNanos);
        double width = head.node().getWidth();
        boolean live = state == StateShape.LIVE;
        show(link.node(), priced && width >= (live ? WIDE : WIDEST));
        show(grouping.node(), priced && width >= NARROW);
        show(age, live);
        // Milliseconds that change with every frame cannot be read.
        if (state == shown && agedNanos <= nowNanos && nowNanos - agedNanos < REST_NANOS) {
            return;
        }
        shown = state;
        agedNanos = nowNanos;
        if (venue == null) {
            PanelHead.chip(venueChip, "no venue", state);
            return;
        }
        String name = venue.instrument().venue().title();
        PanelHead.chip(venueChip, live ? name : BookWords.brief(venue, nowNanos), state);
        long updated = venue.book().updatedNanos();
        age.setText(Numbers.age(nowNanos - updated));
    }

    private void grouping(PriceAxis axis) {
        for (int i = 0; i < 3; i++) {
            double width = axis.groupingAt(i - 1);
            grouping.text(i, Double.isFinite(width) ? Numbers.price(width, RowTexts.decimals(width)) : "");
        }
    }

    private static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
