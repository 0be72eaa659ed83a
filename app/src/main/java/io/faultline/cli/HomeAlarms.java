package io.faultline.cli;

import io.faultline.desk.AlarmBoard;
import io.faultline.desk.Desk;
import io.faultline.desk.MemoryRecords;
import io.faultline.desk.Records;

/** Alarms, and what else must survive, of all live sessions of a program. Thread-safe. */
final class HomeAlarms {
    private final AlarmBoard board = new AlarmBoard();
    private final Records records = new MemoryRecords();

    AlarmBoard board() {
        return board;
    }

    Records records() {
        return records;
    }

    /** Has a symbol's alarms watched by its desk; before the first event. */
    void watch(Desk desk) {
        desk.watch(board);
    }
}
