package io.faultline.desk;

import static io.faultline.desk.BookStory.START;
import static io.faultline.desk.BookStory.bid;
import static io.faultline.desk.BookStory.lost;
import static io.faultline.desk.BookStory.snapshot;
import static io.faultline.desk.BookStory.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeskThreadTest {
    @Test
    void publishesWhatHasBeenAccepted() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        try (DeskThread thread = new DeskThread(desk, DeskThread.Overflow.SHED, System::nanoTime)) {
            thread.accept(bid(START, 10, 11, 1000, 5_000));
            thread.accept(snapshot(START + 1, 11));

            await().atMost(5, TimeUnit.SECONDS)
                    .until(() -> thread.view().venues().size() == 1
                            && thread.view().venues().get(0).book().live());
        }
    }

    @Test
    void dropsAndCountsWhatAFullInboxCannotTakeAndTheBookResynchronises() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Desk desk = new Desk("BTCUSDT", (instrument, attempt) -> {
            held.countDown();
            awaitQuietly(release);
        });
        try (DeskThread thread = new DeskThread(desk, DeskThread.Overflow.SHED, System::nanoTime)) {
            thread.accept(bid(START, 10, 11, 1000, 5_000));
            assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();
            thread.accept(snapshot(START, 11));
            for (int i = 11; i < 20_000; i++) {
                thread.accept(bid(START + i, i, i + 1L, 1000, 5_000));
            }
            release.countDown();
            await().atMost(5, TimeUnit.SECONDS)
                    .until(() -> thread.view().venues().size() == 1
                            && thread.view().venues().get(0).feed().lost() > 3_000);

            thread.accept(bid(START + 30_000, 30_000, 30_001, 1000, 5_000));
            await().atMost(5, TimeUnit.SECONDS)
                    .until(() -> thread.view().venues().get(0).book().state() == BookView.State.RESYNCING);
        }
    }

    @Test
    void losesNoStatusAndNoSnapshotHoweverFullTheInbox() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Desk desk = new Desk("BTCUSDT", (instrument, attempt) -> {
            held.countDown();
            awaitQuietly(release);
        });
        try (DeskThread thread = new DeskThread(desk, DeskThread.Overflow.SHED, System::nanoTime)) {
            thread.accept(bid(START, 10, 11, 1000, 5_000));
            assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i < 20_000; i++) {
                thread.accept(trade(START + i, i, 1000, 1, TakerSide.BUY));
            }
            thread.accept(snapshot(START + 20_000, 11));
            thread.accept(lost(START + 20_001, Topic.MARK));
            release.countDown();

            await().atMost(5, TimeUnit.SECONDS)
                    .until(() -> thread.view().venues().get(0).book().live());
            await().atMost(5, TimeUnit.SECONDS)
                    .until(() ->
                            thread.view().venues().get(0).feed().connections().size() == 1);
            assertThat(thread.view().venues().get(0).feed().lost()).isBetween(3_000L, 20_000L);
        }
    }

    @Test
    void losesNothingWhenTheSenderWaits() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        int trades = 100_000;
        try (DeskThread thread = new DeskThread(desk, DeskThread.Overflow.WAIT, System::nanoTime)) {
            for (int i = 1; i <= trades; i++) {
                thread.accept(trade(START + i, i, 1000, 1, TakerSide.BUY));
            }
        }

        FeedView feed = desk.view().venues().get(0).feed();
        assertThat(feed.topics().stream().mapToLong(FeedView.TopicView::count).sum())
                .isEqualTo(trades);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
