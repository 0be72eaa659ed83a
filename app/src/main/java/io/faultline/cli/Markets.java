package io.faultline.cli;

import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.feed.FeedPolicy;
import io.faultline.ui.Sessions;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens what the window asks for: the live market that the program was started with, or journals. */
final class Markets implements Sessions {
    private final String symbol;
    private final List<VenueAdapter> adapters;
    private final Venues venues;
    private final Path home;

    /**
     * @param symbol canonical
     * @param adapters of the venues that are to be live
     */
    Markets(String symbol, List<VenueAdapter> adapters, Venues venues, Path home) {
        this.symbol = symbol;
        this.adapters = adapters;
        this.venues = venues;
        this.home = home;
    }

    @Override
    public Session live() {
        return new LiveSession(
                symbol, adapters, FeedPolicy.standard(), new LiveJournal(home.resolve("journal"), symbol));
    }

    @Override
    public Session replay(List<Path> journals) throws IOException {
        ReplaySession session = replay(journals, Optional.empty(), venues);
        session.replay().ifPresent(ReplayControl::play);
        return session;
    }

    /** A replay, paused at its beginning, of that symbol or of the one that the journals hold most of. */
    static ReplaySession replay(List<Path> journals, Optional<String> wanted, Venues venues) throws IOException {
        JournalSymbols held = JournalSymbols.in(journals, venues);
        if (wanted.isPresent()) {
            held.require(wanted.get(), journals);
        }
        return new ReplaySession(journals, wanted.isPresent() ? wanted.get() : held.busiest(journals), venues);
    }
}
