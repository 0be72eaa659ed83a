package io.faultline.venue;

import io.faultline.market.Decimals;
import java.math.BigDecimal;

/**
 * Reads JSON numbers exactly, digit by digit. The text must end in something that is no part of a number. Each method
 * returns the offset behind the number.
 */
final class NumberReader {
    /** Most digits, and decimals, of a number that need not fit a {@code long}. */
    static final int MOST_DIGITS = 40;

    /** Largest mantissa that surely takes that many more digits. */
    private static final long[] ROOM = new long[Decimals.MAX_SCALE + 1];

    static {
        for (int digits = 0; digits < ROOM.length; digits++) {
            ROOM[digits] = (Long.MAX_VALUE - 9) / Decimals.power(digits);
        }
    }

    private long mantissa;
    private int scale;

    long mantissa() {
        return mantissa;
    }

    int scale() {
        return scale;
    }

    int readLong(char[] text, int start) throws MalformedException {
        boolean negative = text[start] == '-';
        int at = readWhole(text, negative ? start + 1 : start);
        if (text[at] == '.' || text[at] == 'e' || text[at] == 'E') {
            throw new MalformedException("not a whole number", start);
        }
        if (negative) {
            mantissa = -mantissa;
        }
        return at;
    }

    int readDecimal(char[] text, int start) throws MalformedException {
        boolean negative = text[start] == '-';
        int at = readWhole(text, negative ? start + 1 : start);
        if (text[at] == '.') {
            at = readFraction(text, at + 1);
        }
        if (text[at] == 'e' || text[at] == 'E') {
            at = readExponent(text, at + 1);
        }
        if (negative) {
            mantissa = -mantissa;
        }
        return at;
    }

    private int readWhole(char[] text, int start) throws MalformedException {
        mantissa = 0;
        scale = 0;
        int at = start;
        int digit = text[at] - '0';
        if (digit < 0 || digit > 9) {
            throw new MalformedException("expected a number", at);
        }
        if (digit == 0) {
            at++;
            if (isDigit(text[at])) {
                throw new MalformedException("a number with a leading zero", start);
            }
            return at;
        }
        while (digit >= 0 && digit <= 9) {
            append(1, digit, start);
            digit = text[++at] - '0';
        }
        return at;
    }

    private int readFraction(char[] text, int start) throws MalformedException {
        int at = start;
        if (!isDigit(text[at])) {
            throw new MalformedException("expected a digit after the point", at);
        }
        int zeros = 0; // not yet counted: they matter only if a digit follows
        for (int digit = text[at] - '0'; digit >= 0 && digit <= 9; digit = text[++at] - '0') {
            if (digit == 0) {
                zeros++;
                continue;
            }
            if (scale + zeros >= Decimals.MAX_SCALE) {
                throw tooManyDecimals(start);
            }
            append(zeros + 1, digit, start);
            scale += zeros + 1;
            zeros = 0;
        }
        return at;
    }

    private int readExponent(char[] text, int start) throws MalformedException {
        int at = start;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        if (!isDigit(text[at])) {
            throw new MalformedException("expected digits of an exponent", at);
        }
        int exponent = 0;
        for (; isDigit(text[at]); at++) {
            exponent = Math.min(exponent * 10 + text[at] - '0', 9_999);
        }
        if (mantissa == 0) {
            scale = 0;
            return at;
        }
        scale += negative ? exponent : -exponent;
        if (scale < 0) {
            if (-scale > Decimals.MAX_SCALE || mantissa > Long.MAX_VALUE / Decimals.power(-scale)) {
                throw tooLarge(start);
            }
            mantissa *= Decimals.power(-scale);
            scale = 0;
        }
        while (scale > 0 && mantissa % 10 == 0) {
            mantissa /= 10;
            scale--;
        }
        if (scale > Decimals.MAX_SCALE) {
            throw tooManyDecimals(start);
        }
        return at;
    }

    /** Appends that many places, of which the last is the digit and the others are zeros. */
    private void append(int places, int digit, int offset) throws MalformedException {
        long power = Decimals.power(places);
        if (mantissa > ROOM[places] && mantissa > (Long.MAX_VALUE - digit) / power) {
            throw tooLarge(offset);
        }
        mantissa = mantissa * power + digit;
    }

    /** Checks the form only. */
    int skip(char[] text, int start) throws MalformedException {
        int at = text[start] == '-' ? start + 1 : start;
        if (text[at] == '0' && isDigit(text[at + 1])) {
            throw new MalformedException("a number with a leading zero", start);
        }
        at = skipDigits(text, at);
        if (text[at] == '.') {
            at = skipDigits(text, at + 1);
        }
        if (text[at] == 'e' || text[at] == 'E') {
            at++;
            at = skipDigits(text, text[at] == '-' || text[at] == '+' ? at + 1 : at);
        }
        return at;
    }

    private static int skipDigits(char[] text, int start) throws MalformedException {
        int at = start;
        if (!isDigit(text[at])) {
            throw new MalformedException("expected a number", at);
        }
        while (isDigit(text[at])) {
            at++;
        }
        return at;
    }

    /** The number whose form {@link #skip} has checked. */
    static BigDecimal bigDecimal(char[] text, int start, int end) throws MalformedException {
        if (end - start > 2 * MOST_DIGITS) {
            throw new MalformedException("a number of too many digits", start);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text, start, end - start);
        } catch (NumberFormatException exponentBeyondInt) {
            throw tooLarge(start);
        }
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // Else a few characters, such as 1e999999999, would become a gigabyte when somebody prints them.
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw tooLarge(start);
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static MalformedException tooLarge(int offset) {
        return new MalformedException("a number out of range", offset);
    }

    private static MalformedException tooManyDecimals(int offset) {
        return new MalformedException("a number of more than " + Decimals.MAX_SCALE + " decimals", offset);
    }
}
