package io.faultline.venue;

import java.math.BigDecimal;

/**
 * Reads JSON piece by piece in the order of the text, and makes no objects but those asked for: names and texts are
 * compared where they stand, numbers become exact {@code long}s. Strict: whatever is not JSON is a
 * {@link MalformedException} with its offset, whatever the text. Used again for one text after another; not
 * thread-safe.
 *
 * <pre>{@code
 * json.reset(text);
 * json.beginObject();
 * while (json.nextField()) {
 *     if (json.nameIs("u")) {
 *         id = json.readId();
 *     } else {
 *         json.skip();
 *     }
 * }
 * json.end();
 * }</pre>
 */
public final class JsonCursor {
    /** Longest text that is looked at, in characters; the longest of any venue is an instrument list of 2 million. */
    public static final int MAX_LENGTH = 8 << 20;

    /** Deepest nesting that {@link #skip} follows. */
    public static final int MAX_DEPTH = 64;

    /** Larger copies of the text are left to the collector. */
    private static final int MOST_KEPT = 1 << 18;

    private final NumberReader numbers = new NumberReader();
    private char[] kept = new char[4096];

    /** The text and one NUL, which no JSON may hold outside of escapes: it ends every loop below. */
    private char[] text = {0};

    private int length;
    private int at;

    /** Whether the next member is the first of its object or array. */
    private boolean first;

    private final TextToken name = new TextToken();
    private final TextToken value = new TextToken();

    /** Begins with a new text. */
    public void reset(String json) throws MalformedException {
        name.clear();
        value.clear();
        at = 0;
        first = false;
        length = 0;
        text = kept;
        text[0] = 0;
        if (json.length() > MAX_LENGTH) {
            throw new MalformedException(
                    "a text of " + json.length() + " characters, more than the " + MAX_LENGTH + " allowed", MAX_LENGTH);
        }
        length = json.length();
        if (length >= text.length) {
            text = new char[length + 1];
            if (length <= MOST_KEPT) {
                kept = text;
            }
        }
        json.getChars(0, length, text, 0);
        text[length] = 0;
    }

    /** Characters read so far. */
    public int offset() {
        return at;
    }

    /** Goes back to where {@link #offset} was before a value, to read that value once more. */
    public void rewind(int offset) {
        at = offset;
        first = false;
    }

    public boolean atObject() {
        return peek() == '{';
    }

    public boolean atArray() {
        return peek() == '[';
    }

    /** The value as it stands in the text, if it is a number, {@code true} or {@code false}. */
    public String readLiteral() throws MalformedException {
        char c = peek();
        int start = at;
        if (c == 't' || c == 'f') {
            literal(c == 't' ? "true" : "false");
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            at = numbers.skip(text, at);
        } else {
            throw expected("a text");
        }
        if (at - start > NumberReader.MOST_DIGITS) {
            throw new MalformedException("a number of too many digits", start);
        }
        return new String(text, start, at - start);
    }

    public boolean atText() {
        return peek() == '"';
    }

    public void beginObject() throws MalformedException {
        expect('{', "an object");
        first = true;
    }

    /** Goes to the value of the object's next field, or past the object's end. */
    public boolean nextField() throws MalformedException {
        if (!nextMember('}')) {
            return false;
        }
        if (peek() != '"') {
            throw expected("a field name");
        }
        at = name.scan(text, at + 1);
        expect(':', "':'");
        return true;
    }

    public void beginArray() throws MalformedException {
        expect('[', "an array");
        first = true;
    }

    /** Goes to the array's next value, or past the array's end. */
    public boolean nextElement() throws MalformedException {
        return nextMember(']');
    }

    private boolean nextMember(char close) throws MalformedException {
        char c = peek();
        if (c == close) {
            at++;
            first = false;
            return false;
        }
        if (first) {
            first = false;
            return true;
        }
        if (c != ',') {
            throw expected("',' or '" + close + "'");
        }
        at++;
        return true;
    }

    /** Nothing may follow. */
    public void end() throws MalformedException {
        if (peek() != 0 || at < length) {
            throw expected("the end");
        }
    }

    /** Whether that is the name of the current field. */
    public boolean nameIs(String other) {
        return name.is(other);
    }

    /** The current field's name if it is a single character, else NUL. */
    public char shortName() {
        return name.length() == 1 ? name.charAt(0) : 0;
    }

    /** The current field's name, as a new object. */
    public String name() {
        return name.copy();
    }

    /** The name of the last field seen, at most 24 characters of it, escaped; for messages. */
    public String lastName() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), 24); i++) {
            out.append(TextToken.printable(name.charAt(i)));
        }
        return out.toString();
    }

    /** Reads a text, to be looked at by the methods below until the next one is read. */
    public void readText() throws MalformedException {
        if (peek() != '"') {
            throw expected("a text");
        }
        at = value.scan(text, at + 1);
    }

    /** Whether the text last read is that one. */
    public boolean textIs(String other) {
        return value.is(other);
    }

    /** Whether the text last read holds that character. */
    public boolean textContains(char character) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == character) {
                return true;
            }
        }
        return false;
    }

    public int textLength() {
        return value.length();
    }

    /** The text last read, as {@link String#hashCode} has it. */
    public int textHash() {
        return value.hash();
    }

    /** The text last read, as a new object. */
    public String text() {
        return value.copy();
    }

    public boolean readBoolean() throws MalformedException {
        char c = peek();
        if (c == 't') {
            literal("true");
            return true;
        }
        if (c == 'f') {
            literal("false");
            return false;
        }
        throw expected("true or false");
    }

    /** Whether the value is {@code null} or an empty text, which are then read: venues send both for "none". */
    public boolean readAbsent() throws MalformedException {
        char c = peek();
        if (c == 'n') {
            literal("null");
            return true;
        }
        if (c == '"' && text[at + 1] == '"') {
            at += 2;
            return true;
        }
        return false;
    }

    /** A whole number, in quotes or not. */
    public long readLong() throws MalformedException {
        boolean quoted = openQuote();
        at = numbers.readLong(text, at);
        closeQuote(quoted);
        return numbers.mantissa();
    }

    /** A whole number that is not negative: an identifier, a count, a time. */
    public long readId() throws MalformedException {
        int start = at;
        long id = readLong();
        if (id < 0) {
            throw new MalformedException("a negative number", start);
        }
        return id;
    }

    /**
     * A decimal number, in quotes or not, exact and without trailing zeros: see {@link #mantissa}, {@link #scale}. Its
     * digits, trailing zeros after the point aside, must fit a {@code long}, before and after an exponent is applied.
     */
    public void readDecimal() throws MalformedException {
        boolean quoted = openQuote();
        at = numbers.readDecimal(text, at);
        closeQuote(quoted);
    }

    /** A {@link #readDecimal decimal} that is not negative: a price, a size. */
    public void readAmount() throws MalformedException {
        int start = at;
        readDecimal();
        if (numbers.mantissa() < 0) {
            throw new MalformedException("a negative number", start);
        }
    }

    /** The decimal last read is {@code mantissa / 10^scale}. */
    public long mantissa() {
        return numbers.mantissa();
    }

    /** 0 to {@link io.faultline.market.Decimals#MAX_SCALE}, the least that the decimal last read needs. */
    public int scale() {
        return numbers.scale();
    }

    /** A decimal number, in quotes or not, of up to {@value NumberReader#MOST_DIGITS} digits, with the text's scale. */
    public BigDecimal readBigDecimal() throws MalformedException {
        boolean quoted = openQuote();
        int start = at;
        at = numbers.skip(text, at);
        BigDecimal value = NumberReader.bigDecimal(text, start, at);
        closeQuote(quoted);
        return value;
    }

    /** Reads past the value, whatever it is. */
    public void skip() throws MalformedException {
        skip(0);
    }

    private void skip(int depth) throws MalformedException {
        if (depth == MAX_DEPTH) {
            throw new MalformedException("nested deeper than " + MAX_DEPTH, at);
        }
        switch (peek()) {
            case '{' -> {
                beginObject();
                while (nextField()) {
                    skip(depth + 1);
                }
            }
            case '[' -> {
                beginArray();
                while (nextElement()) {
                    skip(depth + 1);
                }
            }
            case '"' -> at = value.scan(text, at + 1);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> at = numbers.skip(text, at);
            default -> throw expected("a value");
        }
    }

    /** Something about what has just been read is wrong. */
    public MalformedException wrong(String what) {
        return new MalformedException(what, at);
    }

    /** Something that should be there is not what stands at {@link #offset}. */
    public MalformedException expected(String what) {
        String found = at >= length ? "the end of the text" : "'" + TextToken.printable(text[at]) + "'";
        return new MalformedException("expected " + what + ", found " + found, at);
    }

    private char peek() {
        char c = text[at];
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = text[++at];
        }
        return c;
    }

    private void expect(char wanted, String what) throws MalformedException {
        if (peek() != wanted) {
            throw expected(what);
        }
        at++;
    }

    private void literal(String word) throws MalformedException {
        for (int i = 0; i < word.length(); i++) {
            if (text[at] != word.charAt(i)) {
                throw expected(word);
            }
            at++;
        }
    }

    private boolean openQuote() {
        if (peek() == '"') {
            at++;
            return true;
        }
        return false;
    }

    private void closeQuote(boolean quoted) throws MalformedException {
        if (quoted) {
            if (text[at] != '"') {
                throw expected("the end of the number");
            }
            at++;
        }
    }
}
