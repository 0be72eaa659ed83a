package io.faultline.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The symbols of a market that run in this program: each once, however many tabs show it, and without any tab as long as its
 * alarms need it. Thread-safe; opening and closing wait for each other.
 */
final class OpenSymbols implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSymbols.class);

    private final Opening opening;
    private final Predicate<String> needed;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private boolean closed;

    /** Starts a symbol. */
    interface Opening {
        LiveSession open(String symbol) throws IOException;
    }

    private static final class Running {
        final LiveSession session;
        int tabs;

        Running(LiveSession session) {
            this.session = session;
        }
    }

    /** @param needed whether a symbol's alarms need it */
    OpenSymbols(Opening opening, Predicate<String> needed) {
        this.opening = opening;
        this.needed = needed;
    }

    /** The session of that symbol, for one more tab, which closes it. */
    synchronized LiveSession show(String symbol) throws IOException {
        Running shown = running.get(symbol);
        if (shown == null) {
            shown = start(symbol);
        }
        shown.tabs++;
        return shown.session;
    }

    private Running start(String symbol) throws IOException {
        if (closed) {
            throw new IOException("the program ends");
        }
        Running started = new Running(opening.open(symbol));
        started.session.leaveBy(() -> leave(symbol));
        running.put(symbol, started);
        return started;
    }

    /** A tab is closed. */
    private synchronized void leave(String symbol) {
        Running left = running.get(symbol);
        if (left != null) {
            left.tabs = Math.max(0, left.tabs - 1);
            if (left.tabs == 0 && !closed && needed.test(symbol)) {
                left.session.record(false); // nobody sees that it goes on
            } else if (left.tabs == 0) {
                running.remove(symbol);
                left.session.end();
            }
        }
    }

    /** Opens symbols that alarms need, and ends those that no tab shows and no alarm needs any more. */
    synchronized void tend(Set<String> wanted) {
        for (String symbol : List.copyOf(running.keySet())) {
            Running each = running.get(symbol);
            if (each != null && each.tabs == 0 && !wanted.contains(symbol)) {
                running.remove(symbol);
                each.session.end();
            }
        }
        for (String symbol : wanted) {
            if (!closed && !running.containsKey(symbol)) {
                try {
                    start(symbol);
                } catch (IOException e) {
                    LOG.warn("{} is not watched for its alarms: {}", symbol, e.getMessage());
                }
            }
        }
    }

    /** Ends them all. */
    @Override
    public synchronized void close() {
        closed = true;
        List<Running> all = new ArrayList<>(running.values());
        running.clear();
        all.forEach(each -> each.session.end());
    }
}
