package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrowdBookTest {
    private static final int OWNER = 7;

    private final CrowdBook book = new CrowdBook();
    private final List<String> said = new ArrayList<>();
    private final CrowdBook.Fills fills = new CrowdBook.Fills() {
        @Override
        public void resting(int order, int owner, int tag, Side side, long priceTicks, long lots, boolean gone) {
            said.add(tag + ": " + lots + " at " + priceTicks + (gone ? " gone" : ""));
        }

        @Override
        public void traded(TakerSide taker, long priceTicks, long lots, boolean forced) {
            said.add(taker + " " + lots + " at " + priceTicks + (forced ? " forced" : ""));
        }
    };

    @Test
    void fillsTheBestPriceFirstAndAtAPriceTheOrderThatCameFirst() {
        book.rest(OWNER, 1, Side.ASK, 102, 5);
        book.rest(OWNER, 2, Side.ASK, 101, 5);
        book.rest(OWNER, 3, Side.ASK, 101, 5);

        long filled = book.take(TakerSide.BUY, 200, 12, false, fills);

        assertThat(filled).isEqualTo(12);
        assertThat(book.takenValue()).isEqualTo(10 * 101 + 2 * 102);
        assertThat(said)
                .containsExactly(
                        "2: 5 at 101 gone", "3: 5 at 101 gone", "BUY 10 at 101", "1: 2 at 102", "BUY 2 at 102");
    }

    @Test
    void tellsWhoeverWasToldTheWholeBookThatALevelIsGoneThoughItsComingWasNeverTold() {
        int order = book.rest(OWNER, 1, Side.ASK, 101, 5);
        book.rest(OWNER, 2, Side.ASK, 102, 7);

        book.tellAll(Side.ASK, (price, lots) -> said.add(lots + " at " + price));
        book.tellChanges(Side.ASK, (price, lots) -> said.add("again"));
        assertThat(said).containsExactly("5 at 101", "7 at 102");

        said.clear();
        book.cancel(order);
        book.tellChanges(Side.ASK, (price, lots) -> said.add(lots + " at " + price));
        assertThat(said).containsExactly("0 at 101");
    }

    @Test
    void leavesTheRestOfAnOrderThatIsPartlyFilledInItsPlace() {
        book.rest(OWNER, 1, Side.BID, 99, 10);
        book.rest(OWNER, 2, Side.BID, 99, 10);
        book.take(TakerSide.SELL, 1, 4, false, fills);

        assertThat(book.lotsAt(Side.BID, 99)).isEqualTo(16);
        said.clear();
        book.take(TakerSide.SELL, 1, 7, true, fills);

        assertThat(said).containsExactly("1: 6 at 99 gone", "2: 1 at 99", "SELL 7 at 99 forced");
    }

    @Test
    void takesNothingBeyondTheLimitAndKeepsNothingOfTheOrder() {
        book.rest(OWNER, 1, Side.BID, 99, 3);
        book.rest(OWNER, 2, Side.BID, 97, 3);

        assertThat(book.take(TakerSide.SELL, 98, 10, true, fills)).isEqualTo(3);

        assertThat(book.best(Side.BID)).isEqualTo(97);
        assertThat(book.levels(Side.ASK)).isZero();
    }

    @Test
    void refusesToRestWhatWouldTradeAtOnce() {
        book.rest(OWNER, 1, Side.ASK, 101, 5);
        assertThatThrownBy(() -> book.rest(OWNER, 2, Side.BID, 101, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.rest(OWNER, 2, Side.BID, 100, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesBackWhatWasLeftOfACancelledOrder() {
        int first = book.rest(OWNER, 1, Side.BID, 99, 10);
        book.rest(OWNER, 2, Side.BID, 99, 10);
        book.take(TakerSide.SELL, 1, 4, false, fills);

        assertThat(book.cancel(first)).isEqualTo(6);
        assertThat(book.lotsAt(Side.BID, 99)).isEqualTo(10);
    }

    @Test
    void tellsEachLevelThatChangedOnceWithWhatRestsThereAtTheEnd() {
        int gone = book.rest(OWNER, 1, Side.BID, 99, 10);
        book.rest(OWNER, 2, Side.BID, 98, 10);
        assertThat(changes(Side.BID)).containsExactlyInAnyOrder("99=10", "98=10");

        book.cancel(gone);
        int again = book.rest(OWNER, 3, Side.BID, 99, 4);
        book.rest(OWNER, 3, Side.BID, 98, 1);
        int neverSeen = book.rest(OWNER, 3, Side.BID, 97, 1);
        book.cancel(neverSeen);
        assertThat(changes(Side.BID)).containsExactlyInAnyOrder("99=4", "98=11");

        book.cancel(again);
        assertThat(changes(Side.BID)).containsExactly("99=0");
        assertThat(changes(Side.BID)).isEmpty();
    }

    @Test
    void agreesWithABookOfSortedMapsWhateverHappens() {
        Random random = new Random(3);
        List<Integer> orders = new ArrayList<>();
        TreeMap<Long, Long> told = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            long price = 1_000 + (side == Side.BID ? -1L : 1L) * (random.nextInt(700) - 100);
            if (random.nextInt(3) > 0 && !book.crosses(side, price)) {
                orders.add(book.rest(OWNER, 0, side, price, 1 + random.nextInt(50)));
            } else if (random.nextBoolean() && !orders.isEmpty()) {
                int order = orders.remove(random.nextInt(orders.size()));
                if (book.lotsOf(order) > 0) {
                    book.cancel(order);
                    orders.removeIf(other -> other == order);
                }
            } else {
                TakerSide taker = random.nextBoolean() ? TakerSide.BUY : TakerSide.SELL;
                book.take(taker, taker == TakerSide.BUY ? 1_100 : 900, random.nextInt(400), false, fills);
                orders.removeIf(order -> book.lotsOf(order) == 0);
            }
            follow(told, Side.BID);
            follow(told, Side.ASK);
            assertThat(book.best(Side.ASK) == 0 || book.best(Side.BID) < book.best(Side.ASK))
                    .isTrue();
        }
        TreeMap<Long, Long> now = new TreeMap<>();
        book.read(Side.BID, Integer.MAX_VALUE, now::put);
        book.read(Side.ASK, Integer.MAX_VALUE, now::put);
        assertThat(told).isEqualTo(now).hasSizeGreaterThan(100);
        assertThat(now.values()).allMatch(lots -> lots > 0);
    }

    private void follow(Map<Long, Long> told, Side side) {
        book.tellChanges(side, (price, lots) -> {
            if (lots == 0) {
                told.remove(price);
            } else {
                told.put(price, lots);
            }
        });
    }

    private List<String> changes(Side side) {
        List<String> changes = new ArrayList<>();
        book.tellChanges(side, (price, lots) -> changes.add(price + "=" + lots));
        return changes;
    }
}
