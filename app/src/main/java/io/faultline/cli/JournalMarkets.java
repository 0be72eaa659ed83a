package io.faultline.cli;

import io.faultline.desk.MarketList;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.ui.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a window that replays journals can open: their symbols, other journals, and the live market when it is asked to. */
final class JournalMarkets implements Sessions {
    private final List<Path> journals;
    private final JournalSymbols held;
    private final Markets live;

    /** @param live of which nothing is asked before somebody wants to go live */
    JournalMarkets(List<Path> journals, JournalSymbols held, Markets live) {
        this.journals = List.copyOf(journals);
        this.held = held;
        this.live = live;
    }

    @Override
    public Session live() throws IOException {
        return live.live();
    }

    @Override
    public Session live(String symbol) throws IOException {
        ReplaySession session = live.replay(journals, held, Optional.of(symbol));
        session.replay().ifPresent(ReplayControl::play);
        return session;
    }

    @Override
    public Optional<Session> practice(String symbol) throws IOException {
        return live.practice(symbol);
    }

    @Override
    public List<String> endpoints() {
        return live.endpoints();
    }

    @Override
    public MarketList markets() {
        List<MarketList.Row> rows =
                held.all().stream().map(JournalMarkets::unmeasured).toList();
        return new MarketList(rows, 1, Map.of());
    }

    private static MarketList.Row unmeasured(String symbol) {
        double unknown = Double.NaN;
        return new MarketList.Row(symbol, Set.of(), unknown, unknown, unknown, unknown, unknown, 1);
    }

    @Override
    public Session replay(List<Path> others) throws IOException {
        return live.replay(others);
    }
}
