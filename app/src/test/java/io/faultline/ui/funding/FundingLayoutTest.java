package io.faultline.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FundingLayoutTest {
    @Test
    void aLaptopKeepsOpenInterestSharesAsymmetryAndFlow() {
        FundingLayout layout = FundingLayout.of(520, 4);

        assertThat(layout.shares()).isTrue();
        assertThat(FundingLayout.shows(layout.flow())).isTrue();
        assertThat(FundingLayout.shows(layout.settlements())).isTrue();
        assertThat(layout.settlementsPlot()).isBetween(34.0, 60.0);
        assertThat(FundingLayout.shows(layout.prices()))
                .as("mark and index are in the top bar too")
                .isFalse();
    }

    @Test
    void whatHasRoomStandsInOrderAndWithinTheHeight() {
        for (int venues = 1; venues <= 5; venues++) {
            for (double height = 330; height < 1500; height += 7) {
                FundingLayout layout = FundingLayout.of(height, venues);
                double end = layout.words();
                for (double section : new double[] {
                    layout.settlements(),
                    layout.interest(),
                    layout.asymmetry(),
                    layout.flow(),
                    layout.prices(),
                    layout.volume()
                }) {
                    if (FundingLayout.shows(section)) {
                        assertThat(section).isGreaterThan(end);
                        end = section;
                    }
                }
                double least = layout.words() + 62 + 48 + FundingLayout.ASYMMETRY;
                if (height >= least) {
                    assertThat(end).as("%s venues in %s", venues, height).isLessThan(height - 20);
                }
            }
        }
    }

    @Test
    void atFullHeightEverythingHasItsPlace() {
        FundingLayout layout = FundingLayout.of(1100, 5);

        assertThat(layout.premiumPlot()).isGreaterThan(34);
        assertThat(layout.interestPlot()).isEqualTo(layout.premiumPlot());
        assertThat(FundingLayout.shows(layout.volume())).isTrue();
        assertThat(layout.flowVenues()).isTrue();
    }

    @Test
    void oneVenueHasNoShares() {
        assertThat(FundingLayout.of(1100, 1).shares()).isFalse();
        assertThat(FundingLayout.of(1100, 1).flowVenues()).isFalse();
    }
}
