package io.faultline.ui;

import java.util.function.BiConsumer;

/** Lets changes of a workspace's arrangement be taken back; all that belongs to one drag is one. JavaFX thread only. */
final class LayoutUndo {
    private static final long ONE_DRAG_NANOS = 1_500_000_000L;

    private final PanelLayout layout;
    private final BiConsumer<String, Runnable> undoable;
    private final Runnable save;
    private Arrangement before;
    private long changedAt = System.nanoTime() - 2 * ONE_DRAG_NANOS;

    /**
     * @param undoable is told of each change, with what takes it back
     * @param save runs when one has been taken back
     */
    LayoutUndo(PanelLayout layout, BiConsumer<String, Runnable> undoable, Runnable save) {
        this.layout = layout;
        this.undoable = undoable;
        this.save = save;
        before = layout.arrangement();
    }

    /** The user has arranged something, at that time of the machine's clock. */
    void changed(long clockNanos) {
        if (resting(clockNanos) && !layout.arrangement().equals(before)) {
            Arrangement was = before;
            undoable.accept("layout changed", () -> {
                layout.arrange(was);
                before = was;
                save.run();
            });
        }
        changedAt = clockNanos;
    }

    /** Remembers how it is while nobody changes it: windows of other widths have other arrangements. */
    void look(long clockNanos) {
        if (resting(clockNanos)) {
            before = layout.arrangement();
        }
    }

    private boolean resting(long clockNanos) {
        return clockNanos - changedAt > ONE_DRAG_NANOS;
    }
}
