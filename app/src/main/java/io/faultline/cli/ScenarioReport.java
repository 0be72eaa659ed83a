package io.faultline.cli;

import com.google.gson.JsonObject;
import io.faultline.alarm.Signal;
import io.faultline.alarm.StageEvent;
import io.faultline.ledger.Receipt;
import java.util.List;

/**
 * What became of a scenario.
 *
 * @param scenario its name
 * @param timeline what the desk saw, in order
 * @param alarms stages that fired, in order
 * @param receipts what the ledger writes of each cluster that price entered
 * @param truth what it could not see
 * @param missed crossings in truth that no alarm told
 * @param doubled alarms without a crossing of their own
 * @param stateHash of the desk when it was over
 */
record ScenarioReport(
        String scenario,
        long seed,
        List<Entry> timeline,
        List<Fired> alarms,
        List<Entered> receipts,
        Truth truth,
        int missed,
        int doubled,
        String stateHash) {
    ScenarioReport {
        timeline = List.copyOf(timeline);
        alarms = List.copyOf(alarms);
        receipts = List.copyOf(receipts);
    }

    /**
     * Something that the desk saw.
     *
     * @param nanos market time, since 1970
     * @param kind as in the contract of the command line
     * @param cluster its name; empty where it is about none
     */
    record Entry(long nanos, String kind, String cluster, JsonObject detail) {}

    /**
     * One of the three stages of an alarm.
     *
     * @param nanos when the mark was so, since 1970
     * @param price that mark
     * @param silent whether it was told without a sound, as after a gap
     */
    record Fired(Signal stage, long nanos, double price, StageEvent.Cause cause, String cluster, boolean silent) {}

    /**
     * What the ledger has of a cluster that price entered, as far as the market went.
     *
     * @param receipt not whole before half an hour is over
     * @param filledUsd what was closed through the books in truth, of the side and in the time that its reports are of
     */
    record Entered(Receipt receipt, double filledUsd) {}

    /**
     * @param sweptUsd notional of the positions whose margin ran out
     * @param reportedUsd of what the venues told of that, as the desk heard it
     * @param crossings when stages must have fired
     * @param compared how often a book that the desk calls live was held against the venue's own
     * @param different how often they were not the same
     */
    record Truth(
            double sweptUsd,
            double reportedUsd,
            List<AlarmCrossings.Crossing> crossings,
            long compared,
            long different) {
        Truth {
            crossings = List.copyOf(crossings);
        }
    }
}
