package io.faultline.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiquidationControlTest {
    private final List<PictureChoice> wanted = new ArrayList<>();
    private final LiquidationControl control = new LiquidationControl(wanted::add);
    private final Shared axes = Shared.create(VenueControl.none(), control);

    @Test
    void aWindowThatIsChosenIsShownWholly() {
        control.window(Window.D7);

        assertThat(axes.time().spanNanos()).isEqualTo(Duration.ofDays(7).toNanos());
        assertThat(wanted).extracting(PictureChoice::window).containsExactly(Window.D7);
    }

    @Test
    void aSpanThatIsChosenTakesTheShortestWindowThatHoldsIt() {
        axes.span(Duration.ofMinutes(5).toNanos());
        assertThat(control.window()).isEqualTo(Window.H1);
        assertThat(axes.time().spanNanos()).isEqualTo(Duration.ofMinutes(5).toNanos());

        axes.span(Duration.ofHours(4).toNanos());
        assertThat(control.window()).isEqualTo(Window.H4);
        axes.span(Duration.ofHours(5).toNanos());
        assertThat(control.window()).isEqualTo(Window.H12);
        axes.span(Duration.ofDays(31).toNanos());
        assertThat(control.window()).isEqualTo(Window.D30);
        axes.span(Duration.ofDays(30).toNanos());
        assertThat(wanted).as("asked for when it is another").hasSize(4);
    }

    @Test
    void neverLeavesOutTheLastBandOrVenue() {
        for (Tier.Band band : Tier.Band.values()) {
            control.toggle(band);
        }
        assertThat(control.bands()).containsExactly(Tier.Band.X100);
        assertThat(control.selection().tiers()).containsExactlyInAnyOrder(Tier.X75, Tier.X100, Tier.X125);
        for (Venue venue : Venue.values()) {
            control.toggle(venue);
        }
        assertThat(control.venues())
                .as("of all, but in the heatmap of exchanges")
                .hasSize(5);
        control.type(HeatType.VENUES);
        assertThat(control.venues()).containsExactly(Venue.DYDX);
    }

    @Test
    void multipliesOnlyWhatIsDiscounted() {
        assertThat(control.factor()).isEqualTo(1);
        control.basis(MassBasis.DISCOUNTED);
        control.discount(0.5);
        assertThat(control.discount()).isEqualTo(0.30);
        assertThat(control.factor()).isEqualTo(0.70);
        control.basis(MassBasis.EXPECTED);
        assertThat(control.factor()).isEqualTo(1);
    }
}
