package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.BookDepth;
import io.faultline.desk.BookView;
import io.faultline.desk.DepthColumn;
import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.desk.TimeLog;
import io.faultline.market.Decimals;
import io.faultline.practice.LoopbackExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Keeps every view that a session publishes, as a window that draws as fast as it can would see them. */
final class Witness implements AutoCloseable {
    private static final long LOOK_NANOS = 2_000_000;
    private static final String SYMBOL = "BTCUSDT";

    private final Session session;
    private final List<DeskView> views = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::look, "witness");
    private volatile boolean closing;

    Witness(Session session) {
        this.session = session;
        thread.start();
    }

    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    private void look() {
        DeskView last = null;
        while (!closing) {
            DeskView view = session.view();
            if (view != last) {
                last = view;
                views.add(view);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** The newest view's book. */
    BookView book() {
        return book(session.view());
    }

    private static BookView book(DeskView view) {
        return view.venues().get(0).book();
    }

    /** How many different books were shown as live. */
    long live() {
        return books().size();
    }

    /** The newest depth shown as live at each sequence number. */
    private Map<Long, BookDepth> books() {
        Map<Long, BookDepth> books = new TreeMap<>();
        for (DeskView view : views) {
            BookView book = book(view);
            if (book.live()) {
                books.put(book.lastId(), book.depth());
            }
        }
        return books;
    }

    /** Each book that was ever shown as live is the exchange's own at the same update, level for level. */
    void assertWhatWasLiveWasTrue(LoopbackExchange exchange) {
        Map<Long, BookDepth> books = books();
        assertThat(books).isNotEmpty();
        books.forEach((id, depth) -> assertThat(listing(depth))
                .as("book at update %d", id)
                .isEqualTo(exchange.trueLevels(SYMBOL, id, Integer.MAX_VALUE)));
    }

    static String listing(BookDepth depth) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < depth.bids(); i++) {
            append(lines, depth, depth.bidPrice(i), depth.bidSize(i));
        }
        for (int i = 0; i < depth.asks(); i++) {
            append(lines, depth, depth.askPrice(i), depth.askSize(i));
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, BookDepth depth, long price, long size) {
        lines.append(Decimals.canonical(price, depth.priceScale()))
                .append(' ')
                .append(Decimals.canonical(size, depth.sizeScale()))
                .append('\n');
    }

    /** The columns of one second that end while a view says that the book is not in step. */
    List<DepthColumn> columnsOutOfStep() {
        TimeLog<DepthColumn> seconds = session.view().history().depth().get(0);
        List<DepthColumn> columns = new ArrayList<>();
        for (long number = seconds.begin(); number < seconds.end(); number++) {
            DepthColumn column = seconds.get(number);
            if (column != null && views.stream().anyMatch(view -> isOutOfStep(view, column))) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** A column is written when the first event after its end comes, before that event counts. */
    private static boolean isOutOfStep(DeskView view, DepthColumn column) {
        BookView book = book(view);
        long end = column.startNanos() + column.lengthNanos();
        return !book.live() && end > book.sinceNanos() && end <= view.timeNanos();
    }

    /** Whether a second that ended after that moment was recorded as a gap. */
    boolean isGapAfter(long nanos) {
        DepthColumn newest = session.view().history().depth().get(0).newest();
        return newest != null && newest.gap() && newest.startNanos() + newest.lengthNanos() > nanos;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
