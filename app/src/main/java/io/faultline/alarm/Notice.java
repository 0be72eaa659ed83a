package io.faultline.alarm;

/**
 * Something to tell the user once.
 *
 * @param number rises with each; 0 for none yet
 */
public record Notice(long number, String words) {
    static final Notice NONE = new Notice(0, "");
}
