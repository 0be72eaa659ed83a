package io.faultline.venue;

/** What became of a frame. */
public sealed interface Decoded {
    /** It was understood, whether or not it held an event: acks and pongs are understood too. */
    Decoded OK = new Understood();

    /** It is well formed, and of a stream or market that Faultline does not use. */
    Decoded IGNORED = new Ignored();

    record Understood() implements Decoded {}

    record Ignored() implements Decoded {}

    /**
     * It could not be read.
     *
     * @param reason what is wrong and where, in words, with at most a short, escaped piece of the frame
     */
    record Undecodable(String reason) implements Decoded {}
}
