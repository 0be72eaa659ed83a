package io.faultline.alarm;

/**
 * What the user wants of alarms in general.
 *
 * @param volume of all sounds; 0 to 1
 * @param desktop whether the system is asked to show a notification
 * @param picture whether a picture is taken of each firing
 * @param perimeter of new cluster alarms, a fraction; 0.001 to 0.1
 */
public record AlarmSettings(SoundSettings sounds, double volume, boolean desktop, boolean picture, double perimeter) {
    /** Sounds at seven tenths, notifications, no pictures, 2 %. */
    public static final AlarmSettings DEFAULT = new AlarmSettings(SoundSettings.DEFAULT, 0.7, true, false, 0.02);

    public AlarmSettings {
        if (!(volume >= 0 && volume <= 1) || !(perimeter >= 0.001 && perimeter <= 0.1)) {
            throw new IllegalArgumentException("alarms at volume " + volume + " within " + perimeter);
        }
    }

    public AlarmSettings with(SoundSettings others) {
        return new AlarmSettings(others, volume, desktop, picture, perimeter);
    }
}
