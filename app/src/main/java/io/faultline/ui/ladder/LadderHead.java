package io.faultline.ui.ladder;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * The head of the ladder. The chip says whose book is shown, and its state in words while it is not live; pressed, it
 * shows the next venue's. It grows into free space, so that the buttons stay where they are.
 */
final class LadderHead {
    private static final double WIDE = 430;
    private static final double WIDEST = 560;
    private static final double NARROW = 300;
    private static final double AGED = 335;
    private static final long REST_NANOS = 250_000_000L;

    private final PanelHead head;
    private final Button venueChip = PanelHead.chipButton();
    private final Segments link;
    private final Segments grouping;
    private final Label age;
    private long agedNanos = Long.MIN_VALUE;
    private String shownKind = "";

    LadderHead(Palette palette, LadderPanel panel) {
        head = new PanelHead(palette, "Ladder");
        venueChip.setId("ladder-venue");
        venueChip.setOnAction(event -> panel.nextVenue());
        venueChip.setTooltip(new Tooltip("Merged book, or one venue's (V)"));
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

    void update(LadderBooks books, boolean priced, LadderAxis axis, long nowNanos) {
        link.light(axis.closeUp() ? 1 : 0);
        grouping(axis.active());
        double width = head.node().getWidth();
        boolean live = books.words().isEmpty() && !books.shown().isEmpty();
        show(link.node(), priced && width >= (live ? WIDE : WIDEST));
        show(grouping.node(), priced && width >= NARROW);
        show(age, live && width >= AGED);
        // Milliseconds that change with every frame cannot be read.
        String kind = books.state() + (live ? books.brief() : "");
        if (kind.equals(shownKind) && agedNanos <= nowNanos && nowNanos - agedNanos < REST_NANOS) {
            return;
        }
        shownKind = kind;
        agedNanos = nowNanos;
        PanelHead.chip(venueChip, books.brief(), books.state());
        venueChip.setAccessibleText("Book shown: " + books.brief() + ". Press for the next venue's.");
        age.setText(books.updatedNanos() == 0 ? "" : Numbers.age(nowNanos - books.updatedNanos()));
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
