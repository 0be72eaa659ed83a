package io.faultline.history;

import org.jspecify.annotations.Nullable;

/**
 * One record put, or deleted.
 *
 * @param kind such as {@code note}; 1 to 100 characters
 * @param id unique within its kind; 1 to 200 characters
 * @param text null to delete
 * @param base the {@link KeptRecord#revision} that this is a change of, so that it does not undo what another program
 *     has changed meanwhile; {@link #NEW} for a record that must not exist yet; {@link #ANY} to put whatever is there,
 *     which only the {@link RecordStore#owner owner} may
 */
public record RecordChange(String kind, String id, @Nullable String text, long base) {
    /** Whatever is there. */
    public static final long ANY = -1;

    /** Nothing is there. */
    public static final long NEW = 0;

    private static final int LONGEST_KIND = 100;
    private static final int LONGEST_ID = 200;

    public RecordChange {
        boolean named = !kind.isBlank() && kind.length() <= LONGEST_KIND;
        if (!named || id.isBlank() || id.length() > LONGEST_ID || base < ANY) {
            throw new IllegalArgumentException("no record is called " + kind + " " + id + " of revision " + base);
        }
    }

    public static RecordChange put(String kind, String id, String text) {
        return new RecordChange(kind, id, text, ANY);
    }

    /** Puts it if it is still as it was in that revision. */
    public static RecordChange put(String kind, String id, String text, long base) {
        return new RecordChange(kind, id, text, base);
    }

    public static RecordChange delete(String kind, String id) {
        return new RecordChange(kind, id, null, ANY);
    }

    /** Deletes it if it is still as it was in that revision. */
    public static RecordChange delete(String kind, String id, long base) {
        return new RecordChange(kind, id, null, base);
    }
}
