package io.faultline.desk;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.HeatPicture;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.PictureRequest;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.VenueInputs;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The liquidation heatmap in view: computed anew from the inputs on a worker whenever something else is chosen or the
 * inputs are others, and then following the live grid. Until another is there the old one stays. On the desk's thread.
 */
final class HeatWindow {
    /** A picture that was not followed for longer has too coarse columns. */
    private static final long LONGEST_UNSEEN = 5 * 60_000L;

    /** What was built within a window begins where the window did when it was computed: so often it is moved on. */
    private static final int MOVES_PER_WINDOW = 60;

    private static final long LEAST_MOVE = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(HeatWindow.class);

    private final Background background;
    private PictureChoice wanted = PictureChoice.DEFAULT;
    private @Nullable Shown shown;
    private @Nullable Computing computing;
    private @Nullable Computing failed;

    /** @param inputs number of the inputs that it was computed from */
    private record Shown(PictureChoice choice, HeatPicture picture, long inputs, long sinceMillis, long seenMillis) {
        Shown seen(long millis) {
            return new Shown(choice, picture, inputs, sinceMillis, millis);
        }
    }

    private record Computing(PictureChoice choice, long inputs, AtomicBoolean cancelled) {}

    HeatWindow(Background background) {
        this.background = background;
    }

    /** What is to be shown from now on. */
    void want(PictureChoice choice) {
        wanted = choice;
    }

    PictureChoice wanted() {
        return wanted;
    }

    /**
     * The heatmap as of now.
     *
     * @param inputs rises whenever the grid's inputs are others than those that followed from the ones before
     */
    GridView.Heat heat(SymbolGrid grid, long inputs, long nowMillis) {
        if (isDue(inputs, nowMillis)) {
            compute(grid.inputs(), grid.parameters(), inputs, nowMillis);
        }
        Shown current = shown;
        if (current == null) {
            return new GridView.Heat(wanted, List.of(), null, computing != null);
        }
        HeatPicture picture = current.picture();
        if (nowMillis - current.seenMillis() <= LONGEST_UNSEEN) {
            picture.follow(grid, nowMillis);
            current = current.seen(nowMillis);
            shown = current;
        }
        PictureChoice choice = current.choice();
        List<GridSnapshot> built = choice.lookBack() == LookBack.BUILT_IN_WINDOW ? picture.snapshots(grid) : List.of();
        boolean other = computing != null && !computing.choice().equals(choice);
        return new GridView.Heat(choice, picture.past(), picture.forming(), other, built, picture.gaps());
    }

    private boolean isDue(long inputs, long nowMillis) {
        if (computing != null) {
            return !computing.choice().equals(wanted);
        }
        if (failed != null && failed.choice().equals(wanted) && failed.inputs() == inputs) {
            return false;
        }
        Shown current = shown;
        return current == null
                || !current.choice().equals(wanted)
                || current.inputs() != inputs
                || nowMillis - current.seenMillis() > LONGEST_UNSEEN
                || hasMoved(current, nowMillis);
    }

    private static boolean hasMoved(Shown current, long nowMillis) {
        long move = Math.max(LEAST_MOVE, current.choice().window().millis() / MOVES_PER_WINDOW);
        return current.choice().lookBack() == LookBack.BUILT_IN_WINDOW && nowMillis - current.sinceMillis() > move;
    }

    private void compute(List<VenueInputs> from, ModelParameters parameters, long inputs, long nowMillis) {
        if (computing != null) {
            computing.cancelled().set(true);
        }
        Computing begun = new Computing(wanted, inputs, new AtomicBoolean());
        computing = begun;
        PictureChoice choice = wanted;
        PictureRequest request =
                new PictureRequest(choice.selection(), choice.basis(), choice.lookBack(), choice.window(), nowMillis);
        background.worker().execute(() -> {
            if (begun.cancelled().get()) {
                return;
            }
            try {
                HeatPicture picture = HeatPicture.of(from, parameters, request, begun.cancelled()::get);
                background.desk().execute(() -> arrived(begun, picture, nowMillis));
            } catch (RuntimeException bug) {
                LOG.error("the heatmap {} could not be computed", choice, bug);
                background.desk().execute(() -> failed(begun));
            }
        });
    }

    private void arrived(Computing begun, HeatPicture picture, long sinceMillis) {
        if (begun.equals(computing)) { // else another was wanted meanwhile
            computing = null;
            shown = new Shown(begun.choice(), picture, begun.inputs(), sinceMillis, sinceMillis);
        }
    }

    private void failed(Computing begun) {
        if (begun.equals(computing)) {
            computing = null;
            failed = begun;
        }
    }
}
