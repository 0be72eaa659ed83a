package io.faultline.cli;

import io.faultline.desk.Desk;
import io.faultline.desk.DeskThread;
import io.faultline.desk.RuleText;
import io.faultline.desk.SignalRules;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.venue.VenueAdapter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Brings what the user decides about the model to a session's desks, as events among the others, and what clusters were
 * called in an earlier session. Thread-safe.
 */
final class DecidedModel {
    private final OwnModel own;
    private final Map<String, DeskThread> desks;
    private final GridDoor door;
    private final VenueAdapter named;
    private final Consumer<ModelParameters> chosen = this::runUnder;
    private final Consumer<SignalRules> ruled = this::readBy;
    private final Consumer<List<RiskTiers>> priced = this::price;

    /**
     * @param desks by symbol; not changed any more
     * @param named any venue of the session: events about a symbol need one of its contracts
     */
    DecidedModel(OwnModel own, Map<String, DeskThread> desks, GridDoor door, VenueAdapter named) {
        this.own = own;
        this.desks = desks;
        this.door = door;
        this.named = named;
    }

    /** Begins as the user has decided before, and follows what is decided from now on. */
    void follow() {
        own.brackets().enter(priced);
        own.parameters().enter(chosen);
        own.rules().enter(ruled);
        price(own.brackets().tables());
        ModelParameters before = own.parameters().now();
        if (!before.equals(ModelParameters.DEFAULT)) {
            desks.keySet().forEach(symbol -> door.model(contract(symbol), ParameterText.of(before)));
        }
        SignalRules rules = own.rules().now();
        if (!rules.equals(SignalRules.DEFAULT)) {
            readBy(rules);
        }
    }

    void leave() {
        own.brackets().leave(priced);
        own.parameters().leave(chosen);
        own.rules().leave(ruled);
    }

    private void runUnder(ModelParameters parameters) {
        desks.forEach((symbol, desk) -> desk.model(parameters, change -> door.model(contract(symbol), change)));
    }

    private void readBy(SignalRules rules) {
        desks.keySet().forEach(symbol -> door.rules(contract(symbol), RuleText.of(rules)));
    }

    /** Those of other symbols nobody takes. */
    private void price(List<RiskTiers> tables) {
        CanonicalNames names = new CanonicalNames(Venues.live().adapters());
        tables.stream()
                .filter(table -> desks.containsKey(names.of(table.instrument())))
                .forEach(door::table);
    }

    /** As {@link io.faultline.desk.Session#remark}. */
    void mark(String symbol, int clusterId) {
        door.mark(contract(symbol), clusterId);
    }

    private InstrumentId contract(String symbol) {
        return new InstrumentId(named.venue(), named.spelled(symbol));
    }

    /** The clusters are called as they were when those alarms were kept. */
    void goOnWithNames(HomeAlarms alarms) {
        desks.keySet().forEach(symbol -> alarms.names(symbol).ifPresent(names -> door.names(contract(symbol), names)));
    }

    /** Has a journal that is begun in the middle told how the desks' grids and clusters' names stand. */
    void writeAll() {
        desks.forEach((symbol, desk) -> {
            CompletableFuture<?> unused = desk.decided()
                    .thenAccept(decided -> door.write(contract(symbol), decided))
                    .thenCompose(done -> desk.keptGrids())
                    .thenAccept(door::write)
                    .thenCompose(done -> desk.ask(Desk::clusterNames))
                    .thenAccept(names -> door.write(contract(symbol), names));
        });
    }
}
