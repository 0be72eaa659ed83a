package io.faultline.venue;

import java.util.Locale;

/** A JSON text where it stands between its quotes, or, if it holds escapes, a copy without them. */
final class TextToken {
    private static final char[] NOTHING = {};

    private char[] chars = NOTHING;
    private int start;
    private int end;

    void clear() {
        chars = NOTHING;
        start = 0;
        end = 0;
    }

    /**
     * Reads a text that ends in a quote, or is not well formed: {@code text} itself must end in a control character.
     *
     * @param first offset behind the opening quote
     * @return offset behind the closing quote
     */
    int scan(char[] text, int first) throws MalformedException {
        int at = first;
        char c = text[at];
        while (c != '"') {
            if (c == '\\') {
                return unescape(text, first, at);
            }
            if (c < ' ') {
                throw unfinished(at);
            }
            c = text[++at];
        }
        chars = text;
        start = first;
        end = at;
        return at + 1;
    }

    private int unescape(char[] text, int first, int firstEscape) throws MalformedException {
        StringBuilder out = new StringBuilder();
        out.append(text, first, firstEscape - first);
        int at = firstEscape;
        for (char c = text[at]; c != '"'; c = text[at]) {
            if (c < ' ') {
                throw unfinished(at);
            }
            if (c != '\\') {
                out.append(c);
                at++;
            } else if (text[at + 1] == 'u') {
                out.append(unicode(text, at + 2));
                at += 6;
            } else {
                out.append(escaped(text, at + 1));
                at += 2;
            }
        }
        chars = out.toString().toCharArray();
        start = 0;
        end = chars.length;
        return at + 1;
    }

    private static char escaped(char[] text, int at) throws MalformedException {
        return switch (text[at]) {
            case '"', '\\', '/' -> text[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new MalformedException("an unknown escape", at);
        };
    }

    private static char unicode(char[] text, int first) throws MalformedException {
        int code = 0;
        for (int at = first; at < first + 4; at++) {
            int digit = text[at] < 128 ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                throw new MalformedException("expected four hexadecimal digits", at);
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private static MalformedException unfinished(int at) {
        return new MalformedException("a text without end, or with a control character", at);
    }

    int length() {
        return end - start;
    }

    char charAt(int index) {
        return chars[start + index];
    }

    boolean is(String other) {
        if (end - start != other.length()) {
            return false;
        }
        for (int i = 0; i < other.length(); i++) {
            if (chars[start + i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link String#hashCode} has it. */
    int hash() {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    String copy() {
        return new String(chars, start, end - start);
    }

    /** Itself, or its escape if it cannot be seen or is not ASCII. */
    static String printable(char c) {
        return c > ' ' && c < 127 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
