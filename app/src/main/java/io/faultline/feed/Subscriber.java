package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.VenueNotice;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes to what one socket is to carry, and sees to it that each request is granted: one that is refused is sent
 * again in its parts, a part that is refused later and later. On the loop's thread.
 */
final class Subscriber {
    private final VenueSocket socket;
    private final Outbox outbox;
    private final SocketPlan plan;
    private final FeedContext context;
    private final Map<String, Request> requests = new LinkedHashMap<>();

    Subscriber(VenueSocket socket, Outbox outbox, SocketPlan plan, FeedContext context) {
        this.socket = socket;
        this.outbox = outbox;
        this.plan = plan;
        this.context = context;
    }

    void start() {
        plan.subscriptions().forEach(subscription -> request(subscription).ask());
    }

    /** The venue has granted or refused something. */
    void heard(VenueNotice notice) {
        Request request = about(notice.subject());
        if (notice.kind() == VenueNotice.Kind.SUBSCRIBED) {
            if (request != null) {
                request.granted();
            }
        } else if (request != null) {
            request.refused(notice.words());
        } else if (notice.subject().isEmpty()) {
            context.door().status(plan.name() + " request", State.ERROR, notice.words(), 1, 0);
        }
    }

    private Request request(Subscription subscription) {
        return requests.computeIfAbsent(subscription.id(), id -> new Request(subscription));
    }

    /** Venues answer in order, so an answer to nothing in particular is to the oldest request. */
    private @Nullable Request about(String subject) {
        Request known = requests.get(subject);
        if (known != null || !subject.isEmpty()) {
            return known != null ? known : part(subject);
        }
        return requests.values().stream()
                .filter(request -> request.open)
                .findFirst()
                .orElse(null);
    }

    /** A part may be refused that was only asked for again, to get a new snapshot. */
    private @Nullable Request part(String id) {
        return plan.subscriptions().stream()
                .flatMap(whole -> whole.parts().stream())
                .filter(part -> part.id().equals(id))
                .findFirst()
                .map(this::request)
                .orElse(null);
    }

    /** One request and what became of it. */
    private final class Request {
        private final Subscription subscription;
        private final BackOff backOff;
        private boolean asked;
        private boolean open;
        private boolean complained;
        private int unanswered;

        Request(Subscription subscription) {
            this.subscription = subscription;
            backOff = new BackOff(context.policy().waits(), context.random());
        }

        void ask() {
            asked = true;
            if (!socket.isOpen()) {
                return;
            }
            if (!outbox.request(List.of(subscription.text()))) {
                retry("the hour's requests are spent");
                return;
            }
            open = true;
            long patience = context.policy().sockets().answerWithin().toNanos();
            int before = unanswered;
            context.loop().after(patience, () -> {
                if (open && unanswered == before && socket.isOpen()) {
                    late();
                }
            });
        }

        private void late() {
            unanswered++;
            if (unanswered == 1) {
                ask();
            } else {
                complain("neither granted nor refused", 0);
            }
        }

        void granted() {
            asked = true;
            open = false;
            unanswered = 0;
            if (complained) {
                complained = false;
                backOff.reset();
                context.door().status(name(), State.UP, "", 0, 0);
            }
        }

        void refused(String words) {
            open = false;
            unanswered = 0;
            if (subscription.parts().isEmpty()) {
                retry(words);
            } else {
                requests.remove(subscription.id()); // a part may be called as the whole is
                subscription.parts().forEach(part -> request(part).askOnce());
            }
        }

        /** Unless the venue has answered it already, as part of the whole. */
        private void askOnce() {
            if (!asked) {
                ask();
            }
        }

        private void retry(String words) {
            long wait = backOff.failed();
            complain(words, context.now() + wait);
            context.loop().after(wait, this::ask);
        }

        private void complain(String words, long retryAtNanos) {
            complained = true;
            context.door().status(name(), State.ERROR, words, backOff.failures(), retryAtNanos);
        }

        /** The topic, if the request is for one. */
        private String name() {
            boolean numbered = subscription.id().chars().allMatch(Character::isDigit);
            return numbered ? plan.name() + " subscription" : subscription.id();
        }
    }
}
