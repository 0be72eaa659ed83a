package io.faultline.desk;

import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.KeptVenue;
import io.faultline.liquidation.Learning;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.PastState;
import io.faultline.liquidation.VenueInputs;
import io.faultline.liquidation.VenuePast;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.ModelChange;
import io.faultline.market.Venue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people ask of the grids of a symbol and get in its views: pictures, the past, other parameters. What takes long is
 * done by a worker. On the desk's thread.
 */
final class LiquidationModel {
    private static final Logger LOG = LoggerFactory.getLogger(LiquidationModel.class);

    private final VenueGrids grids;
    private ModelParameters wanted;
    private Background background = Background.NONE;
    private HeatWindow heat = new HeatWindow(background);
    private PastLearner learner = new PastLearner(background);
    private GridView.Epoch epoch = GridView.Epoch.FIRST;
    private List<GridSnapshot> shown = List.of();
    private GridView.Heat shownHeat = GridView.Heat.NONE;

    LiquidationModel(VenueGrids grids) {
        this.grids = grids;
        wanted = grids.grid().parameters();
    }

    /** Where what takes long is done from now on. */
    void runBy(Background by) {
        background = by;
        heat = new HeatWindow(by);
        learner = new PastLearner(by);
    }

    void picture(PictureChoice choice) {
        heat.want(choice);
    }

    /** @param answer is completed on the worker */
    void gridsAt(long millis, CompletableFuture<List<GridSnapshot>> answer) {
        List<VenueInputs> from = grids.grid().inputs();
        ModelParameters parameters = grids.grid().parameters();
        PictureChoice choice = heat.wanted();
        boolean known = millis >= grids.grid().knownFromMillis();
        background.worker().execute(() -> {
            if (answer.isDone()) {
                return;
            }
            try {
                answer.complete(
                        known ? PastState.at(from, parameters, choice.lookBack(), choice.window(), millis) : List.of());
            } catch (RuntimeException bug) {
                LOG.error("the model as it stood at {} cannot be run", millis, bug);
                answer.completeExceptionally(bug);
            }
        });
    }

    /**
     * Has the model run anew under other parameters; until the change comes back as an event it goes on as it was.
     *
     * @param changes is given what a {@link ModelChange} has to carry, on the worker
     */
    void parameters(ModelParameters others, Consumer<String> changes) {
        if (others.equals(wanted)) {
            return;
        }
        wanted = others;
        List<Learning> again = grids.grid().again(others);
        background.worker().execute(() -> {
            try {
                List<KeptVenue> states = again.stream().map(Learning::run).toList();
                changes.accept(ModelChanges.text(others, states));
            } catch (RuntimeException bug) {
                LOG.error("the model cannot be run under {}", others, bug);
            }
        });
    }

    /** Goes on under other parameters: another epoch. */
    void change(ModelChange event) {
        Optional<ModelChanges.Change> read = ModelChanges.read(event);
        if (read.isEmpty()) {
            LOG.warn(
                    "{}: a change of the model cannot be read: it is damaged, or of another version",
                    event.instrument());
            return;
        }
        wanted = read.get().parameters();
        grids.goOnUnder(wanted, read.get().states());
        if (!grids.isEmpty()) { // else the session begins so
            epoch = new GridView.Epoch(epoch.number() + 1, grids.nowMillis());
        }
    }

    /** @param answer is completed on the worker */
    void kept(long nanos, CompletableFuture<List<KeptGrid>> answer) {
        Map<InstrumentId, KeptVenue> kept = grids.kept();
        Collection<KeptGrid> waiting = grids.waiting();
        background.worker().execute(() -> answer.complete(KeptGrids.events(kept, waiting, nanos)));
    }

    /** The text of a {@link ModelChange} to these parameters; empty while they are those that every session begins with. */
    Optional<String> ownParameters() {
        ModelParameters now = grids.grid().parameters();
        return now.equals(ModelParameters.DEFAULT) ? Optional.empty() : Optional.of(ModelChanges.text(now, List.of()));
    }

    /** What is known of the past; see {@link PastLearner#tell}. */
    void learn(Map<InstrumentId, VenuePast> pasts, BiConsumer<InstrumentId, String> states) {
        learner.tell(pasts, grids.grid(), states);
        lookWhatIsToBeLearned();
    }

    /** A second has passed: what is learned may rest on something else now. */
    void lookWhatIsToBeLearned() {
        if (learner.isTold()) {
            grids.brackets().forEach((venue, brackets) -> learner.look(venue, grids.grid(), brackets));
        }
    }

    /** @param fresh whether the grids are to be copied again */
    GridView view(boolean fresh) {
        if (grids.isEmpty()) {
            return GridView.NONE;
        }
        if (fresh) {
            shown = List.copyOf(grids.grid().snapshots(grids.nowMillis())); // one list for all views until the next
            shownHeat = heat.heat(grids.grid(), grids.inputs(), grids.nowMillis());
        }
        return new GridView(
                shown,
                standings(),
                shownHeat,
                grids.swept(),
                grids.grid().parameters(),
                grids.grid().knownFromMillis(),
                grids.grid().liveSinceMillis(),
                epoch);
    }

    private Map<Venue, GridView.Standing> standings() {
        Map<Venue, Set<GridFlag>> flags = grids.flags();
        Map<Venue, GridView.Standing> standings = new EnumMap<>(Venue.class);
        grids.brackets().forEach((venue, brackets) -> {
            String remark = learner.remark(venue);
            standings.put(
                    venue,
                    new GridView.Standing(
                            flags.getOrDefault(venue, Set.of()),
                            brackets.tables().at(grids.nowMillis()).validFrom(),
                            remark.isEmpty() ? brackets.words() : brackets.words() + "; history: " + remark));
        });
        return standings;
    }
}
