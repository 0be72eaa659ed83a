package io.faultline.ui.theme;

/** The sequential colour scales of heat, sixteen stops each, as RGB numbers from little to much. */
@SuppressWarnings("ImmutableEnumChecker") // the array never leaves it and is never written to
public enum HeatColours {
    INFERNO(
            "Inferno", 0x050417, 0x180C3C, 0x320A5E, 0x4D0D6C, 0x69166E, 0x82206C, 0x9B2964, 0xB43359, 0xCB4149,
            0xE05536, 0xEF6C23, 0xF8870E, 0xFCA50A, 0xFAC62D, 0xF3E55D, 0xF9FC9D),
    VIRIDIS(
            "Viridis", 0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E, 0x1F988B,
            0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725),
    CIVIDIS(
            "Cividis", 0x00224E, 0x002E6C, 0x1E3A6F, 0x35456C, 0x47516C, 0x575D6D, 0x666970, 0x757575, 0x848279,
            0x948E77, 0xA59C74, 0xB7A96E, 0xC8B866, 0xDBC75A, 0xEED649, 0xFEE838),
    TIDE(
            "Tide", 0x0B0E13, 0x0D1D27, 0x032B3C, 0x003A51, 0x004966, 0x00587B, 0x00688F, 0x0078A1, 0x0087B2, 0x1597C2,
            0x41A6CF, 0x61B6DB, 0x80C5E5, 0x9ED4EF, 0xBBE4F7, 0xD8F3FF),
    EMBER(
            "Ember", 0xF6F7FA, 0xF5F3D4, 0xF7E096, 0xFABE4A, 0xF98E09, 0xF2741C, 0xE65D2F, 0xD54A41, 0xC03A51, 0xA92E5E,
            0x922568, 0x7A1D6D, 0x62146E, 0x490B6A, 0x2F0A5B, 0x160B39);

    private final String title;
    private final int[] stops;

    HeatColours(String title, int... stops) {
        this.title = title;
        this.stops = stops;
    }

    public String title() {
        return title;
    }

    /** A copy of the stops. */
    public int[] stops() {
        return stops.clone();
    }
}
