package io.faultline.venue;

/**
 * Text from a venue is not what it should be. Checked, so that it cannot pass a decoder unseen; without a stack trace,
 * because it describes the text, not the program.
 */
public final class MalformedException extends Exception {
    /**
     * @param reason what is wrong, in words; no more of the text than a character
     * @param offset where in the text, characters from 0
     */
    public MalformedException(String reason, int offset) {
        super(reason + " at offset " + offset, null, false, false);
    }
}
