package io.faultline.cli;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * What became of a scenario.
 *
 * @param scenario its name
 * @param timeline what the desk saw, in order
 * @param truth what it could not see
 * @param stateHash of the desk when it was over
 */
record ScenarioReport(String scenario, long seed, List<Entry> timeline, Truth truth, String stateHash) {
    ScenarioReport {
        timeline = List.copyOf(timeline);
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
     * @param sweptUsd notional of the positions whose margin ran out
     * @param reportedUsd of what the venues told of that, as the desk heard it
     * @param compared how often a book that the desk calls live was held against the venue's own
     * @param different how often they were not the same
     */
    record Truth(double sweptUsd, double reportedUsd, long compared, long different) {}
}
