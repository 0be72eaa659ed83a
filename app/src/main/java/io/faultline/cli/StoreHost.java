package io.faultline.cli;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHost;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmUpdate;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.MissedSpan;
import io.faultline.alarm.WatchState;
import io.faultline.alarm.text.AlarmLines;
import io.faultline.alarm.text.AlarmRows;
import io.faultline.history.LineFile;
import io.faultline.history.RecordChange;
import io.faultline.history.RecordStore;
import io.faultline.history.Written;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps what the alarms of one symbol have to keep in the home folder, and writes the file for scripts. On the desk's thread. */
final class StoreHost implements AlarmHost {
    private final String symbol;
    private final AlarmInbox inbox;
    private final Kept kept;

    /**
     * What the watches of a program share.
     *
     * @param market {@code LIVE} or {@code PRACTICE}
     * @param newest is told what a symbol's watch would begin with if it began now
     */
    record Kept(RecordStore store, LineFile lines, String market, AbsenceBars absences, Consumer<WatchState> newest) {}

    StoreHost(String symbol, AlarmInbox inbox, Kept kept) {
        this.symbol = symbol;
        this.inbox = inbox;
        this.kept = kept;
    }

    @Override
    public void keep(AlarmUpdate update) {
        kept.newest().accept(update.state());
        List<RecordChange> changes = AlarmRows.of(update).stream()
                .map(row -> new RecordChange(row.kind(), row.id(), row.text(), RecordChange.ANY))
                .toList();
        CompletableFuture<?> unused = kept.store()
                .write(changes)
                .thenAccept(written ->
                        inbox.send(new AlarmCommand.Kept(update.number(), isTaken(written), written.problem())));
    }

    private static boolean isTaken(Written written) {
        return written.onDisk() || written.outcome() == Written.Outcome.HELD;
    }

    @Override
    public void wantBars(MissedSpan missed) {
        kept.absences().find(symbol, missed, bars -> inbox.send(new AlarmCommand.Missed(bars)));
    }

    @Override
    public void fired(LogEntry entry) {
        kept.lines().append(AlarmLines.fired(entry, kept.market()));
    }

    @Override
    public void followed(LogEntry entry) {
        kept.lines().append(AlarmLines.followed(entry, kept.market()));
    }
}
