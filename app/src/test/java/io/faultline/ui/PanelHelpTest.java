package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelHelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "heatmap",
                "lanes",
                "map",
                "ladder",
                "funding",
                "figures",
                "clusters",
                "model",
                "card",
                "setup",
                "ledger",
                "plan",
                "own",
                "events",
                "paper",
                "feed-health",
                "alarm-log",
                "alarm-list",
                "session-sheet",
                "settings-page",
                "export",
                "news",
                "alarm-settings",
                "symbol-picker",
                "replay"
            })
    void everyPanelSaysWhatItShowsHowToReadItItsLimitsAndItsMisreads(String panel) {
        PanelHelp help = PanelHelp.of(panel).orElseThrow();

        assertThat(Stream.of(help.shows(), help.read(), help.limits(), help.misread()))
                .allSatisfy(part -> assertThat(part).isNotEmpty().allMatch(words -> words.endsWith(".")));
    }

    @Test
    void anUnknownPanelHasNone() {
        assertThat(PanelHelp.of("nothing")).isEmpty();
    }
}
