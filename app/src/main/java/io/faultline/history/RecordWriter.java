package io.faultline.history;

import io.faultline.history.RecordStore.Claiming;
import io.faultline.history.RecordStore.Reading;
import io.faultline.history.RecordStore.Request;
import io.faultline.history.RecordStore.Writing;
import io.faultline.history.RecordTable.Conflict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Serves a {@link RecordStore} from its thread: several requests a transaction. Its status may be read by anybody. */
final class RecordWriter implements AutoCloseable {
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);
    private static final String UNKEPT = "nothing is being kept on disk: ";

    private final LongSupplier clock;
    private final RecordFile file;
    private final HeldChanges held = new HeldChanges();
    private String notice = "";
    private long failedAt;
    private long pause = FIRST_PAUSE;
    private volatile RecordStatus status = new RecordStatus(0, 0, false, "", "");

    RecordWriter(Path folder, LongSupplier clock, long mostBytes) {
        this.clock = clock;
        this.file = new RecordFile(folder, clock, mostBytes);
    }

    RecordStatus status() {
        return status;
    }

    void open() {
        try {
            file.open();
            report("");
        } catch (HistoryException e) {
            failed(e);
        } catch (LinkageError noNativeLibrary) {
            broken("its library does not run here (" + noNativeLibrary.getMessage() + ")");
        }
    }

    /** Nothing is kept from now on. */
    void broken(String why) {
        report(UNKEPT + why);
        RecordStore.LOG.error("{}", status.problem());
    }

    private void failed(Exception e) {
        failedAt = clock.getAsLong();
        String problem = UNKEPT + SqliteFile.words(e);
        if (!problem.equals(status.problem())) {
            RecordStore.LOG.warn("{}", problem);
            RecordStore.LOG.debug("which came of", e);
        }
        report(problem);
    }

    private void report(String problem) {
        if (problem.isEmpty()) {
            pause = FIRST_PAUSE;
        }
        String opening = file.notice();
        String words = opening.isEmpty() || notice.isEmpty() ? opening + notice : opening + "; " + notice;
        status = new RecordStatus(file.bytes(), held.size(), file.owned(), problem, words);
    }

    void serve(List<Request> requests) {
        List<Writing> writings = new ArrayList<>();
        for (Request request : requests) {
            if (request instanceof Writing writing) {
                writings.add(writing);
            } else {
                write(writings);
                writings.clear();
                answer(request);
            }
        }
        write(writings);
    }

    private void answer(Request request) {
        if (request instanceof Reading reading) {
            reading.listing().complete(list(reading.kind()));
        } else if (request instanceof Claiming claiming) {
            file.own();
            report(status.problem());
            claiming.owner().complete(file.owned());
        }
    }

    private Listing list(String kind) {
        List<KeptRecord> written = List.of();
        String problem = file.known() ? "" : status.problem();
        try {
            written = file.list(kind);
        } catch (SQLException e) {
            problem = SqliteFile.words(e);
            RecordStore.LOG.warn("{} cannot be listed: {}", kind, problem);
            RecordStore.LOG.debug("which came of", e);
        }
        return new Listing(held.over(kind, written), problem);
    }

    private void write(List<Writing> writings) {
        if (writings.isEmpty()) {
            return;
        }
        tryAgain(false);
        RecordTable table = file.table();
        if (table == null || held.size() > 0) {
            hold(writings);
            return;
        }
        List<Written> answers = new ArrayList<>();
        try {
            file.begin();
            for (Writing writing : writings) {
                answers.add(written(table, writing));
            }
            file.commit();
        } catch (SQLException e) {
            file.rollBack();
            failed(e);
            hold(writings);
            return;
        }
        report("");
        for (int i = 0; i < answers.size(); i++) {
            writings.get(i).written().complete(answers.get(i));
        }
    }

    private Written written(RecordTable table, Writing writing) throws SQLException {
        if (!allowed(writing)) {
            return notOurs();
        }
        try {
            return Written.onDisk(
                    table.apply(writing.changes().stream().map(held::translated).toList()));
        } catch (Conflict e) {
            return new Written(Written.Outcome.CONFLICT, 0, SqliteFile.words(e));
        }
    }

    private boolean allowed(Writing writing) {
        return file.owned() || writing.changes().stream().noneMatch(change -> change.base() == RecordChange.ANY);
    }

    private static Written notOurs() {
        String why = "another Faultline has this folder open, and only that one may change this";
        return new Written(Written.Outcome.REFUSED, 0, why);
    }

    private void hold(List<Writing> writings) {
        List<Written> answers = new ArrayList<>();
        for (Writing writing : writings) {
            if (!allowed(writing)) {
                answers.add(notOurs());
            } else if (!held.takes(writing.changes().size())) {
                answers.add(new Written(Written.Outcome.REFUSED, 0, "too much is held in memory already"));
            } else {
                held.add(writing.changes());
                answers.add(new Written(Written.Outcome.HELD, 0, status.problem()));
            }
        }
        report(status.problem());
        for (int i = 0; i < answers.size(); i++) {
            writings.get(i).written().complete(answers.get(i));
        }
    }

    /** Opens the file if it is not open, and writes what is held; with growing pauses, or for the last time. */
    void tryAgain(boolean last) {
        long since = clock.getAsLong() - failedAt;
        boolean due = last || since < 0 || since >= pause;
        if (status.problem().isEmpty() || !due) {
            return;
        }
        failedAt = clock.getAsLong();
        pause = Math.min(LONGEST_PAUSE, pause * 2);
        RecordTable table = file.openLate() ? file.table() : null;
        if (table == null) {
            return;
        }
        try {
            file.begin();
            dropOutdated(table);
            long revision = table.apply(held.all());
            file.commit();
            held.written(revision);
            report("");
        } catch (Conflict | SQLException e) {
            file.rollBack();
            failed(e);
        }
    }

    /** What another program has changed while ours waited stays as the other has it. */
    private void dropOutdated(RecordTable table) throws SQLException {
        for (RecordChange change : held.all()) {
            try {
                table.check(change);
            } catch (Conflict e) {
                RecordStore.LOG.warn("{}; ours was: {}", e.getMessage(), change.text());
                held.drop(change);
                notice = e.getMessage() + ": what was changed here is only in the program's log";
            }
        }
    }

    static void refuse(Request request, String why) {
        if (request instanceof Writing writing) {
            writing.written().complete(new Written(Written.Outcome.REFUSED, 0, why));
        } else if (request instanceof Reading reading) {
            reading.listing().complete(new Listing(List.of(), why));
        } else if (request instanceof Claiming claiming) {
            claiming.owner().complete(false);
        }
    }

    @Override
    public void close() {
        if (held.size() > 0) {
            String changes = held.size() == 1 ? "1 change" : held.size() + " changes";
            RecordStore.LOG.error("{} could not be kept: {}", changes, status.problem());
        }
        file.close();
    }
}
