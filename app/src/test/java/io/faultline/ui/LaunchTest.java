package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaunchTest {
    @Test
    void onLinuxThereIsADisplayWhereX11IsNamed() {
        assertThat(Launch.hasDisplay("Linux", ":0")).isTrue();
        assertThat(Launch.hasDisplay("Linux", null)).isFalse();
        assertThat(Launch.hasDisplay("Linux", " ")).isFalse();
    }

    @Test
    void elsewhereThereAlwaysIsOne() {
        assertThat(Launch.hasDisplay("Windows 11", null)).isTrue();
        assertThat(Launch.hasDisplay("Mac OS X", null)).isTrue();
    }
}
