package io.faultline.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.PositionSide;
import io.faultline.ui.clusters.CardText.Heading;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CardTextTest {
    private static final CardText CARD = new CardText(
            13, PositionSide.LONG, "L13", 28_620_000, "−0.4 %", List.of(), "52,300", false, false, ClusterBell.NONE);

    private static Predicate<Heading> letters(int room) {
        return heading -> heading.words().length() + heading.distance().length() <= room;
    }

    @Test
    void tellsSizeAndDistanceWhereThereIsRoom() {
        assertThat(CARD.heading(false, letters(15))).isEqualTo(new Heading("L13 28.6M", "−0.4 %"));
    }

    @Test
    void roundsTheSizeRatherThanCuttingIt() {
        assertThat(CARD.heading(false, letters(14))).isEqualTo(new Heading("L13 29M", "−0.4 %"));
    }

    @Test
    void leavesTheDistanceOutBeforeTheSize() {
        assertThat(CARD.heading(false, letters(9))).isEqualTo(new Heading("L13 28.6M", ""));
        assertThat(CARD.heading(false, letters(3))).isEqualTo(new Heading("L13", ""));
    }

    @Test
    void aStubTellsItsEdgeWhole() {
        assertThat(CARD.heading(true, letters(16))).isEqualTo(new Heading("L13 52,300", "−0.4 %"));
        assertThat(CARD.heading(true, letters(15))).isEqualTo(new Heading("L13 52,300", ""));
    }
}
