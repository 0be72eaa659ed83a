package io.faultline.liquidation;

/** How far back a picture reaches, and what kind of trade that suits. */
public enum Window {
    H1("1h", 1, Use.SCALP),
    H4("4h", 4, Use.SCALP),
    H12("12h", 12, Use.SCALP),
    H24("24h", 24, Use.SCALP),
    D3("3d", 72, Use.DAY),
    D7("7d", 168, Use.SWING),
    D30("30d", 720, Use.SWING);

    /** The kind of trade that a window is for. */
    public enum Use {
        SCALP,
        DAY,
        SWING
    }

    private static final long HOUR = 3_600_000L;

    private final String label;
    private final int hours;
    private final Use use;

    Window(String label, int hours, Use use) {
        this.label = label;
        this.hours = hours;
        this.use = use;
    }

    public String label() {
        return label;
    }

    public long millis() {
        return hours * HOUR;
    }

    public Use use() {
        return use;
    }
}
