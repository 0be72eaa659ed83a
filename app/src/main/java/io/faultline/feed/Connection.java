package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.MarketEvent;
import io.faultline.market.SocketNames;
import io.faultline.market.Topic;
import io.faultline.market.VenueNotice;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.SocketFrames;
import io.faultline.venue.VenueAdapter.SocketPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one of a venue's planned sockets open: opens it, finds out when it is dead or silent, and opens another. Where
 * it can it replaces a socket by a new one that delivers before the old one is closed. State on the loop's thread.
 */
final class Connection {
    /** So many replacements in a row come after short waits, further ones after long ones. */
    private static final int QUICK_REPLACEMENTS = 3;

    private final SocketPlan plan;
    private final FeedContext context;
    private final Consumer<MarketEvent> ears;
    private final Refusals refusals;
    private final BackOff backOff;
    private final BackOff replacing;
    private final SilenceReport silence;
    private @Nullable VenueSocket current;
    private @Nullable VenueSocket successor;
    private String successorReason = "";
    private Loop.@Nullable Timer retry;
    private long replaceNotBeforeNanos;
    private long rotateNanos = Long.MAX_VALUE; // until it is open
    private boolean closed;

    /** @param ears hear the events of its sockets, on their threads, before anybody else */
    Connection(SocketPlan plan, FeedContext context, RestClient rest, Consumer<MarketEvent> ears) {
        this.plan = plan;
        this.context = context;
        this.ears = ears;
        refusals = new Refusals(context, rest);
        backOff = new BackOff(context.policy().waits(), context.random());
        replacing = new BackOff(context.policy().waits(), context.random());
        silence = new SilenceReport(plan, context.door());
    }

    /** On the loop's thread. */
    void start() {
        connect();
        context.loop().every(context.policy().sockets().watchEvery().toNanos(), this::watch);
    }

    /** Connects now if it waits to; on the loop's thread. */
    void retryNow() {
        if (retry != null && retry.cancel()) {
            connect();
        }
    }

    /** Closes what is open, and returns it. On the loop's thread. */
    List<VenueSocket> close() {
        closed = true;
        List<VenueSocket> sockets = new ArrayList<>();
        for (VenueSocket socket : new VenueSocket[] {current, successor}) {
            if (socket != null) {
                socket.abort("closed by us");
                sockets.add(socket);
            }
        }
        return sockets;
    }

    /** Whether it is up and brings that book. */
    boolean carriesBook(String symbol) {
        return current != null
                && current.opened()
                && plan.topics().stream()
                        .anyMatch(topic ->
                                topic.topic() == Topic.BOOK && topic.symbol().equals(symbol));
    }

    /** Sends requests on the socket that is in use; returns false if the venue would not have them now. */
    boolean request(List<String> frames) {
        return current != null && current.talk().request(frames);
    }

    /** Has the socket that is in use replaced: at once, unless that was done again and again. */
    void giveUp(String reason) {
        if (current != null) {
            current.giveUp(reason);
            watch();
        }
    }

    /** Whether something should come about the symbol; where it is not traded, silence is no fault. */
    void expect(String symbol, boolean traded) {
        silence.expect(symbol, traded);
    }

    private void connect() {
        retry = null;
        if (closed) {
            return;
        }
        Hold hold = context.hold();
        if (hold.lasts()) {
            status(hold.state(), hold.words(), context.now() + hold.leftNanos());
            hold.whenOver(context.loop(), this::connect);
            return;
        }
        rotateNanos = Long.MAX_VALUE;
        status(State.CONNECTING, plan.uri().toString(), 0);
        current = open(plan.name());
    }

    private VenueSocket open(String name) {
        VenueSocket socket = new VenueSocket(name, this, plan, context);
        long wait = context.access().reserveConnection();
        if (wait == 0) {
            socket.connect();
        } else {
            context.loop().after(wait, socket::connectLate);
        }
        long timeout = wait + context.policy().sockets().connectTimeout().toNanos();
        context.loop().after(timeout, () -> {
            if (!socket.opened()) {
                socket.abort("no answer to the opening handshake in time");
            }
        });
        return socket;
    }

    /** On the socket's thread: its opening must pass before its first message. */
    void opened(VenueSocket socket) {
        context.door().opened(socket);
        context.loop().now(() -> {
            if (socket == current) {
                planRotation(socket);
            }
            socket.talk().start();
        });
    }

    private void planRotation(VenueSocket socket) {
        long spread =
                (long) (plan.lifetime().toNanos() * 0.03 * (context.random().nextDouble() - 0.5));
        rotateNanos = socket.openedNanos() + plan.lifetime().toNanos() + spread;
    }

    /** On the socket's thread, before the event passes. */
    void heard(VenueSocket socket, MarketEvent event) {
        if (event instanceof VenueNotice notice && notice.kind() != VenueNotice.Kind.LISTING) {
            context.loop().now(() -> noticed(socket, notice));
        } else {
            ears.accept(event);
        }
    }

    private void noticed(VenueSocket socket, VenueNotice notice) {
        switch (notice.kind()) {
            case SUBSCRIBED, REFUSED -> socket.talk().heard(notice);
            case REPLACE, BROKEN -> {
                socket.giveUp(notice.words().isEmpty() ? "the venue asked for another connection" : notice.words());
                if (notice.kind() == VenueNotice.Kind.REPLACE && socket == current && successor == null) {
                    replaceNotBeforeNanos = 0; // it will be cut
                }
                watch();
            }
            case LISTING -> throw new IllegalStateException("not about a connection");
        }
    }

    /** On any thread. */
    void failed(VenueSocket socket, String cause) {
        context.loop().now(() -> socket.noteFailure(cause));
    }

    /** On any thread, with or without an opening before it. */
    void closed(VenueSocket socket, int code, String reason) {
        context.loop().now(() -> {
            if (closed) {
                return;
            }
            if (socket == successor) {
                successor = null;
                context.door().closed(socket, SocketFrames.spare(code, socket.reason(reason)));
                holdOffReplacing();
            } else if (socket == current) {
                lost(socket, code, socket.reason(reason));
            }
        });
    }

    private void lost(VenueSocket socket, int code, String reason) {
        VenueSocket next = successor;
        current = null;
        if (next != null && next.opened()) {
            boolean inStep = delivers(next, socket);
            context.door().closed(socket, inStep ? SocketFrames.spare(code, reason) : SocketFrames.lost(code, reason));
            promote(next);
            return;
        }
        context.door().closed(socket, SocketFrames.lost(code, reason));
        if (next != null) {
            successor = null;
            next.abort("its predecessor was lost");
        }
        long upNanos = socket.opened() ? context.now() - socket.openedNanos() : 0;
        if (upNanos >= context.policy().waits().stableAfter().toNanos()) {
            backOff.reset();
        }
        long wait = backOff.failed();
        if (socket.opened() || !refusals.isRefusal(reason)) {
            retryIn(wait, State.LOST, code + " " + reason);
            return;
        }
        refusals.ask(reason, verdict -> refused(verdict, wait));
    }

    /** The venue answered the opening handshake with an HTTP error, and this is what it means. */
    private void refused(RestVerdict verdict, long wait) {
        if (closed || current != null) {
            return;
        }
        String words = Verdicts.words(verdict);
        if (verdict instanceof RestVerdict.Blocked) {
            retryIn(context.policy().waits().blocked().toNanos(), State.BLOCKED, words);
        } else if (verdict instanceof RestVerdict.Limited limited) {
            retryIn(Math.max(wait, limited.pause().toNanos()), State.LIMITED, words);
        } else {
            retryIn(wait, verdict instanceof RestVerdict.Maintenance ? State.MAINTENANCE : State.LOST, words);
        }
    }

    private void retryIn(long waitNanos, State state, String words) {
        status(state, words, context.now() + waitNanos);
        retry = context.loop().after(waitNanos, this::connect);
    }

    private void watch() {
        VenueSocket socket = current;
        if (closed || socket == null || !socket.opened()) {
            return;
        }
        long now = context.now();
        if (now - socket.heardNanos() > context.policy().sockets().silentAfter().toNanos()) {
            socket.abort("nothing at all came for "
                    + Words.span(context.policy().sockets().silentAfter()));
            return;
        }
        if (successor != null) {
            watchSuccessor(successor, socket, now);
        }
        String problem = silence.check(socket.watch(), now);
        if (problem.isEmpty()
                && now - socket.openedNanos()
                        > context.policy().waits().stableAfter().toNanos()) {
            replacing.reset();
        }
        if (successor == null && now >= replaceNotBeforeNanos) {
            if (!socket.givenUp().isEmpty()) {
                replace(socket.givenUp());
            } else if (!problem.isEmpty()) {
                replace(problem);
            } else if (now >= rotateNanos) {
                replace("planned rotation");
            }
        }
    }

    /** Make before break: the new socket is opened beside the old one. */
    private void replace(String reason) {
        VenueSocket old = current;
        if (old == null || context.hold().lasts()) {
            return;
        }
        successorReason = reason;
        successor = open(SocketNames.successor(old.connection()));
        replaceNotBeforeNanos =
                context.now() + context.policy().sockets().handOver().toNanos();
    }

    private void watchSuccessor(VenueSocket next, VenueSocket old, long now) {
        if (delivers(next, old)) {
            context.door().closed(old, SocketFrames.spare(1000, successorReason));
            old.abort(successorReason);
            promote(next);
        } else if (now >= replaceNotBeforeNanos) {
            successor = null;
            next.abort("did not deliver what the socket to be replaced delivers");
            context.door().closed(next, SocketFrames.spare(1000, "did not deliver"));
            holdOffReplacing();
        }
    }

    private void promote(VenueSocket next) {
        current = next;
        successor = null;
        planRotation(next);
        holdOffReplacing();
        context.door().status(plan.name(), State.UP, successorReason, 0, 0, topics());
    }

    /** A contract may be silent because it is halted; a new socket every few seconds would not help. */
    private void holdOffReplacing() {
        long wait = replacing.failed();
        if (replacing.failures() > QUICK_REPLACEMENTS) {
            wait += context.policy().waits().longest().toNanos();
        }
        replaceNotBeforeNanos = context.now() + wait;
    }

    /** Whether it brings all that the other brings, and something at all. */
    private boolean delivers(VenueSocket next, VenueSocket old) {
        if (!next.opened()) {
            return false;
        }
        long now = context.now();
        int delivered = 0;
        for (int i = 0; i < next.watch().watched().size(); i++) {
            boolean whole = next.watch().snapshotCame(i) || !old.watch().snapshotCame(i);
            if (next.watch().delivered(i) && whole) {
                delivered++;
            } else if (!old.watch().silent(i, now)) {
                return false;
            }
        }
        return delivered > 0 || next.watch().watched().isEmpty();
    }

    private Set<Topic> topics() {
        return context.door().topics(plan.name());
    }

    private void status(State state, String detail, long retryAtNanos) {
        context.door().status(plan.name(), state, detail, backOff.failures(), retryAtNanos, topics());
    }
}
