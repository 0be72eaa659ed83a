package io.faultline.ui;

import io.faultline.desk.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that are open in a window, a workspace each, of which one is shown. Sessions are opened and closed on the
 * window's worker; what is shown goes on until the new one is there. JavaFX thread only.
 */
final class Tabs {
    private final WorkspaceWindow window;
    private final OpenWindows windows;
    private final List<Workspace> all = new ArrayList<>();
    private Workspace shown;
    private boolean opening;

    Tabs(WorkspaceWindow window, OpenWindows windows, Workspace first) {
        this.window = window;
        this.windows = windows;
        shown = first;
        all.add(first);
    }

    /** The one that is shown. */
    Workspace shown() {
        return shown;
    }

    List<Workspace> all() {
        return List.copyOf(all);
    }

    /** The symbols that are to be opened again: those of a replay are the journal's. */
    List<String> symbols() {
        return all.stream()
                .filter(tab -> tab.session().mode() != Session.Mode.REPLAY)
                .map(tab -> tab.view().symbol())
                .toList();
    }

    /** Brings the strip of the workspace that is shown up to date. */
    void showStrip() {
        shown.tabs().show(all.stream().map(Workspace::tab).toList(), all.indexOf(shown));
    }

    /** Shows the tab of that number. */
    void select(int number) {
        if (number < 0 || number >= all.size() || all.get(number).equals(shown)) {
            return;
        }
        shown.overlays().close();
        shown.stop();
        shown = all.get(number);
        window.put(shown);
    }

    void next() {
        select((all.indexOf(shown) + 1) % all.size());
    }

    void closeShown() {
        close(all.indexOf(shown));
    }

    void close(int number) {
        if (all.size() < 2) {
            shown.say("The last symbol stays open; Alt+F4 closes the window", false);
            return;
        }
        Workspace gone = take(number);
        windows.close(gone.session());
    }

    /** Takes a tab out of the window, which shows its neighbour where it was the one shown. */
    private Workspace take(int number) {
        Workspace gone = all.get(number);
        if (gone.equals(shown)) {
            select(number == 0 ? 1 : number - 1);
        }
        gone.stop();
        all.remove(gone);
        showStrip();
        window.layoutChanged();
        return gone;
    }

    void moveShownOut() {
        moveOut(all.indexOf(shown));
    }

    /** Gives a tab a window of its own. */
    void moveOut(int number) {
        if (all.size() < 2) {
            shown.say("The symbol is in a window of its own", false);
            return;
        }
        windows.moveOut(take(number));
    }

    /** Shows the symbol where it is open, or opens it: in a tab of its own, or in place of the one shown. */
    void openSymbol(String symbol, boolean inNewTab) {
        openSymbol(symbol, inNewTab, tab -> {});
    }

    /** The same, and then goes on in its tab as soon as that has a price. */
    void openSymbol(String symbol, boolean inNewTab, Consumer<Workspace> then) {
        for (int i = 0; i < all.size(); i++) {
            boolean replay = all.get(i).session().mode() == Session.Mode.REPLAY;
            if (!replay && all.get(i).view().symbol().equals(symbol)) {
                select(i);
                shown.whenPriced(then);
                return;
            }
        }
        Opening what = () -> windows.sessions().live(symbol);
        if (inNewTab) {
            open("Opening " + symbol, what, session -> {
                add(session, true);
                shown.whenPriced(then);
            });
        } else {
            openHere("Opening " + symbol, what);
        }
    }

    /** Opens symbols that were asked for beside the first, or were open at the last start, behind what is shown. */
    void openAgain(Set<String> symbols) {
        symbols.forEach(symbol -> windows.worker().execute(() -> {
            try {
                Session session = windows.sessions().live(symbol);
                Platform.runLater(() -> add(session, false));
            } catch (IOException e) {
                Platform.runLater(() -> shown.say(symbol + ": " + e.getMessage(), true));
            }
        }));
    }

    /** Replays journals in place of what is shown. */
    void openReplay(List<Path> files) {
        openHere(
                "Opening " + files.get(0).getFileName(),
                () -> windows.sessions().replay(files));
    }

    /** Goes back to the live market in place of what is shown. */
    void openLive() {
        openHere("Connecting", windows.sessions()::live);
    }

    /** Ends every tab: the window is gone. */
    void stop() {
        all.forEach(Workspace::stop);
        all.forEach(tab -> windows.close(tab.session()));
    }

    private interface Opening {
        Session session() throws IOException;
    }

    private void openHere(String words, Opening what) {
        Workspace here = shown;
        open(words, what, session -> replace(here, session));
    }

    private interface Perhaps {
        Optional<Session> session() throws IOException;
    }

    private void open(String words, Opening what, Consumer<Session> then) {
        openIfAny(words, () -> Optional.of(what.session()), then);
    }

    private void openIfAny(String words, Perhaps what, Consumer<Session> then) {
        if (opening) {
            return;
        }
        opening = true;
        shown.say(words + " …", false);
        windows.worker().execute(() -> {
            try {
                Optional<Session> session = what.session();
                Platform.runLater(() -> {
                    opening = false;
                    session.ifPresent(then);
                });
            } catch (IOException e) {
                Platform.runLater(() -> {
                    opening = false;
                    shown.say(String.valueOf(e.getMessage()), true);
                });
            }
        });
    }

    /** Lets a practice market stand in where no exchange answers, and says when one does. */
    void lookForExchanges() {
        for (Workspace tab : all()) {
            Session session = tab.session();
            Optional<Session> real = windows.standIns().realOf(session);
            if (real.isPresent()) {
                tab.standsInFor(real.get(), () -> backToReal(tab));
            } else if (!opening && windows.standIns().wanted(session, System.nanoTime())) {
                standIn(tab);
            }
        }
    }

    private void standIn(Workspace tab) {
        Session real = tab.session();
        windows.standIns().refuse(real); // once
        openIfAny(
                "No exchange answers: opening the practice market",
                () -> windows.sessions().practice(tab.view().symbol()),
                practice -> {
                    if (all.contains(tab)) {
                        windows.standIns().begin(practice, real);
                        replace(tab, practice, false);
                        lookForExchanges();
                    } else {
                        windows.close(practice);
                    }
                });
    }

    private void backToReal(Workspace tab) {
        windows.standIns().end(tab.session()).ifPresent(real -> replace(tab, real));
    }

    /** Puts a market into the tab of another, which ends. */
    private void replace(Workspace old, Session session) {
        replace(old, session, true);
    }

    private void replace(Workspace old, Session session, boolean ends) {
        int at = all.indexOf(old);
        if (at < 0) {
            add(session, true);
            return;
        }
        Workspace next = adopted(session);
        if (next != null) {
            all.set(at, next);
            old.stop();
            if (ends) {
                windows.close(old.session());
            }
            if (old.equals(shown)) {
                shown = next;
                window.put(next);
            }
            window.layoutChanged();
        }
    }

    /** One more tab, at the right. */
    private void add(Session session, boolean select) {
        Workspace next = adopted(session);
        if (next != null) {
            all.add(next);
            if (select) {
                select(all.size() - 1);
            }
            showStrip();
            window.layoutChanged();
        }
    }

    /** A workspace for the session, set up as the one shown; none where the window is gone. */
    private @Nullable Workspace adopted(Session session) {
        if (!window.isShowing()) {
            new Thread(session::close, "late-session-closer").start();
            return null;
        }
        Workspace next = window.make(session);
        Optional<SymbolLayout> before = windows.layout().of(session.view().symbol());
        before.orElseGet(() -> SymbolLayout.of(shown).ofAnotherSymbol()).restore(next);
        return next;
    }
}
