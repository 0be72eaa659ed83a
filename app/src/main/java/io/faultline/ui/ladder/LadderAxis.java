package io.faultline.ui.ladder;

import io.faultline.ui.axis.PriceAxis;
import java.util.Optional;

/**
 * Which axis the rows follow: the heatmap's (linked), or the ladder's own (close-up), which stands on the same pixels.
 * JavaFX thread only.
 */
final class LadderAxis {
    /** The first close-up shows this part of what the heatmap shows. */
    private static final double FIRST_SHARE = 0.1;

    private final PriceAxis shared;
    private final PriceAxis own = new PriceAxis();
    private boolean closeUp;
    private boolean opened;

    LadderAxis(PriceAxis shared) {
        this.shared = shared;
    }

    /** The axis that the rows follow now. */
    PriceAxis active() {
        return closeUp ? own : shared;
    }

    boolean closeUp() {
        return closeUp;
    }

    /** Changes between linked and close-up; a close-up opens around that price. */
    void toggle(double last) {
        closeUp = !closeUp;
        if (closeUp) {
            place();
            double middle = Double.isFinite(last) ? last : shared.price(shared.height() / 2);
            if (opened) {
                own.recentre(middle);
            } else {
                opened = true;
                double half = (shared.high() - shared.low()) * FIRST_SHARE / 2;
                own.fit(middle - half, middle + half);
            }
        }
    }

    /** Shows what the other shows; it is of the same window. */
    void continueFrom(LadderAxis other) {
        closeUp = other.closeUp;
        opened = other.opened;
        if (opened) {
            own.tick(other.own.tick());
            own.place(other.own.sceneTop(), other.own.height());
            own.fit(other.own.low(), other.own.high());
            own.follow(other.own.follows());
        }
    }

    /** Follows the plot's place and, in a close-up, the price. */
    void follow(double last) {
        if (closeUp) {
            place();
            own.keepInView(last);
        }
    }

    void hold(boolean mouseOver) {
        shared.hold(mouseOver);
        own.hold(mouseOver);
    }

    /** Prices from and to that a close-up shows; empty when linked. */
    Optional<LadderPanel.Slice> slice() {
        return closeUp ? Optional.of(new LadderPanel.Slice(own.low(), own.high())) : Optional.empty();
    }

    private void place() {
        own.tick(shared.tick());
        own.place(shared.sceneTop(), shared.height());
    }
}
