package io.faultline.alarm;

/** What an alarm can say. The first seven are {@link StageEvent.Kind}s. */
public enum Signal {
    PERIMETER(true),
    ENTRY(true),
    CASCADE(true),
    SWEPT(false),
    REJECTED(false),
    REARMED(false),
    WITHDRAWN(false),
    /** The cluster of an alarm is gone for good; said once. */
    DISSOLVED(false),
    PRICE_REACHED(true),
    SIZE_REACHED(true),
    CLUSTER_BORN(true),
    CLUSTER_GROWS(true),
    CLUSTER_NEAR(true);

    private final boolean sounds;

    Signal(boolean sounds) {
        this.sounds = sounds;
    }

    /** Whether it is worth a sound; the others are shown and logged. */
    public boolean sounds() {
        return sounds;
    }

    static Signal of(StageEvent.Kind kind) {
        return switch (kind) {
            case PERIMETER -> PERIMETER;
            case ENTRY -> ENTRY;
            case CASCADE -> CASCADE;
            case SWEPT -> SWEPT;
            case REJECTED -> REJECTED;
            case REARMED -> REARMED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
