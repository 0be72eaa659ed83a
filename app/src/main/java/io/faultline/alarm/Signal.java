package io.faultline.alarm;

/** What an alarm can say. The first seven are {@link StageEvent.Kind}s. */
public enum Signal {
    PERIMETER(1),
    ENTRY(2),
    CASCADE(3),
    SWEPT(0),
    REJECTED(0),
    REARMED(0),
    WITHDRAWN(0),
    /** The cluster of an alarm is gone for good; said once. */
    DISSOLVED(0),
    PRICE_REACHED(2),
    SIZE_REACHED(2),
    CLUSTER_BORN(1),
    CLUSTER_GROWS(1),
    CLUSTER_NEAR(1);

    private final int gravity;

    Signal(int gravity) {
        this.gravity = gravity;
    }

    /** Which of the three stages it is like: 3 for the gravest, 0 for what is no more than a line of the log. */
    public int gravity() {
        return gravity;
    }

    /** Whether it is worth a sound; the others are shown and logged. */
    public boolean sounds() {
        return gravity > 0;
    }

    /** Whether it is shown until the user has acknowledged it; the others are lines of the log. */
    public boolean calls() {
        return sounds() || this == DISSOLVED;
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
