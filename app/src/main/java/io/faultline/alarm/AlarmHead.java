package io.faultline.alarm;

/**
 * What every alarm has.
 *
 * @param id never used twice, over all symbols
 * @param symbol canonical name
 * @param name shown to people
 * @param on switched off, an alarm keeps up with the market but says nothing
 * @param snoozedUntilMillis by our clock, since 1970: until then it makes no sound; 0 for never
 */
public record AlarmHead(long id, String symbol, String name, boolean on, long snoozedUntilMillis) {
    public AlarmHead(long id, String symbol, String name) {
        this(id, symbol, name, true, 0);
    }

    public AlarmHead switched(boolean nowOn) {
        return new AlarmHead(id, symbol, name, nowOn, snoozedUntilMillis);
    }

    public AlarmHead snoozed(long untilMillis) {
        return new AlarmHead(id, symbol, name, on, untilMillis);
    }

    public AlarmHead named(String other) {
        return new AlarmHead(id, symbol, other, on, snoozedUntilMillis);
    }
}
