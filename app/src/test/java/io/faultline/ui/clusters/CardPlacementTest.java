package io.faultline.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.clusters.CardPlacement.Form;
import io.faultline.ui.clusters.CardPlacement.Placed;
import io.faultline.ui.clusters.CardPlacement.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardPlacementTest {
    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cardsNeverOverlapNorLeaveThePlotAndKeepTheOrderOfTheirPrices(int seed) {
        Random random = new Random(seed);
        double height = 120 + random.nextInt(900);
        List<Wanted> wanted = new ArrayList<>();
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            // Some crowd together, some are out of view.
            double anchor = random.nextBoolean()
                    ? height * (1.6 * random.nextDouble() - 0.3)
                    : height * 0.4 + 20 * random.nextDouble();
            wanted.add(new Wanted(i + 1, anchor, 21 + 14 * (1 + random.nextInt(3))));
        }

        List<Placed> placed = CardPlacement.place(wanted, height);

        for (int i = 0; i < placed.size(); i++) {
            Placed card = placed.get(i);
            assertThat(card.top()).isGreaterThanOrEqualTo(0);
            assertThat(card.bottom()).isLessThanOrEqualTo(height);
            if (i > 0) {
                Placed above = placed.get(i - 1);
                assertThat(card.top()).isGreaterThanOrEqualTo(above.bottom() + CardPlacement.GAP);
                assertThat(card.anchor()).isGreaterThanOrEqualTo(above.anchor());
            }
            if (card.form() == Form.WHOLE) {
                assertThat(Math.abs(card.middle() - card.anchor())).isLessThanOrEqualTo(CardPlacement.LONGEST_LEADER);
            }
        }
    }

    @Test
    void aCardAloneStandsBesideItsSpan() {
        assertThat(CardPlacement.place(List.of(new Wanted(1, 300, 49)), 640))
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.middle()).isBetween(299.0, 301.0);
                    assertThat(card.form()).isEqualTo(Form.WHOLE);
                });
    }

    @Test
    void aClusterOutOfViewHasOneLineAtTheEdge() {
        List<Placed> placed = CardPlacement.place(List.of(new Wanted(1, -90, 49), new Wanted(2, 700, 49)), 640);

        assertThat(placed).extracting(Placed::form).containsExactly(Form.STUB, Form.STUB);
        assertThat(placed.get(0).top()).isZero();
        assertThat(placed.get(1).bottom()).isEqualTo(640);
    }

    @Test
    void theLeastImportantGoWhereThereIsNoRoomForAll() {
        List<Wanted> wanted = IntStream.rangeClosed(1, 10)
                .mapToObj(id -> new Wanted(id, 100, 49))
                .toList();

        assertThat(CardPlacement.place(wanted, 165)).extracting(Placed::id).containsExactly(1, 2, 3);
    }

    @Test
    void aCardTooFarFromItsSpanShrinksToItsFirstLine() {
        List<Wanted> wanted = IntStream.rangeClosed(1, 9)
                .mapToObj(id -> new Wanted(id, 630, 49))
                .toList();

        List<Placed> placed = CardPlacement.place(wanted, 640);

        assertThat(placed).anyMatch(card -> card.form() == Form.LINE);
        assertThat(placed).hasSize(9).anyMatch(card -> card.form() == Form.WHOLE);
    }
}
