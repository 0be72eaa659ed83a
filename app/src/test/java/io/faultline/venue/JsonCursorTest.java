package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    private final JsonCursor json = new JsonCursor();

    @Test
    void walksThroughNestedValues() throws MalformedException {
        json.reset(" {\"a\" : [ 1 , \"two\" , [ ] , { } ] , \"b\":{\"c\":true,\"d\":null}, \"\":false }\n");

        json.beginObject();
        assertThat(json.nextField()).isTrue();
        assertThat(json.nameIs("a")).isTrue();
        assertThat(json.shortName()).isEqualTo('a');
        json.beginArray();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.readLong()).isEqualTo(1);
        assertThat(json.nextElement()).isTrue();
        json.readText();
        assertThat(json.text()).isEqualTo("two");
        assertThat(json.textIs("two")).isTrue();
        assertThat(json.textIs("tw")).isFalse();
        assertThat(json.textHash()).isEqualTo("two".hashCode());
        assertThat(json.nextElement()).isTrue();
        json.beginArray();
        assertThat(json.nextElement()).isFalse();
        assertThat(json.nextElement()).isTrue();
        json.beginObject();
        assertThat(json.nextField()).isFalse();
        assertThat(json.nextElement()).isFalse();
        assertThat(json.nextField()).isTrue();
        int value = json.offset();
        json.skip();
        json.rewind(value);
        json.beginObject();
        assertThat(json.nextField()).isTrue();
        assertThat(json.readBoolean()).isTrue();
        assertThat(json.nextField()).isTrue();
        assertThat(json.readAbsent()).isTrue();
        assertThat(json.nextField()).isFalse();
        assertThat(json.nextField()).isTrue();
        assertThat(json.name()).isEmpty();
        assertThat(json.shortName()).isEqualTo('\0');
        assertThat(json.readBoolean()).isFalse();
        assertThat(json.nextField()).isFalse();
        json.end();
    }

    @Test
    void undoesEscapesInNamesAndTexts() throws MalformedException {
        json.reset("{\"\\u0061\\\"\":\"\\\\\\/\\b\\f\\n\\r\\t\\u20AC\\ud83d\\ude00\"}");

        json.beginObject();
        assertThat(json.nextField()).isTrue();
        assertThat(json.name()).isEqualTo("a\"");
        json.readText();
        assertThat(json.text()).isEqualTo("\\/\b\f\n\r\t€😀");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "-0,0,0",
        "1,1,0",
        "-1,-1,0",
        "61659.70,616597,1",
        "0.00010000,1,4",
        "100,100,0",
        "1.000,1,0",
        "0.000,0,0",
        "0E-8,0,0",
        "0e400,0,0",
        "0.0e-99999999999,0,0",
        "1e3,1000,0",
        "1.5e3,1500,0",
        "1.5E+1,15,0",
        "25e-1,25,1",
        "100e-2,1,0",
        "1e18,1000000000000000000,0",
        "0.000000000000000001,1,18",
        "1e-18,1,18",
        "9223372036854775807,9223372036854775807,0",
        "922337203685477580.7,9223372036854775807,1",
        "-9223372036854775807,-9223372036854775807,0",
        "5.00000000000000000000000000000,5,0",
        "2216113.01000000309,221611301000000309,11"
    })
    void readsDecimalsExactly(String text, long mantissa, int scale) throws MalformedException {
        for (String form : new String[] {text, "\"" + text + "\""}) {
            json.reset(form);
            json.readDecimal();
            json.end();
            assertThat(json.mantissa()).isEqualTo(mantissa);
            assertThat(json.scale()).isEqualTo(scale);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1e19",
                "9223372036854775808",
                "92233720368547758080",
                "922337203685477580.8",
                "1e-19",
                "0.0000000000000000001",
                "1.0000000000000000001",
                "1e99999999999",
                "10e18",
                "1.",
                ".5",
                "+1",
                "-",
                "",
                "1e",
                "1e+",
                "1.e1",
                "01",
                "00",
                "-01",
                "0x10",
                "NaN",
                "Infinity",
                "1 2",
                "1_000",
                "1,5",
                "٣",
                "--1"
            })
    void refusesDecimalsThatAreNoneOrDoNotFit(String text) {
        for (String form : new String[] {text, "\"" + text + "\""}) {
            assertThatThrownBy(() -> {
                        json.reset(form);
                        json.readDecimal();
                        json.end();
                    })
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("at offset ");
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "9223372036854775807,9223372036854775807", "1234567890123456789,1234567890123456789", "-5,-5"})
    void readsIdsOfNineteenDigits(String text, long id) throws MalformedException {
        json.reset("[" + text + ",\"" + text + "\"]");
        json.beginArray();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.readLong()).isEqualTo(id);
        assertThat(json.nextElement()).isTrue();
        assertThat(json.readLong()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "1.0", "1e3", "true", "null", "[1]", "\"\"", "\"1", "99999999999999999999"
            })
    void refusesIdsThatAreNone(String text) {
        assertThatThrownBy(() -> {
                    json.reset(text);
                    json.readLong();
                })
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesNegativeNumbersWhereNoneMayBe() throws MalformedException {
        json.reset("-1");
        assertThatThrownBy(json::readId).hasMessage("a negative number at offset 0");
        json.reset("\"-0.001\"");
        assertThatThrownBy(json::readAmount).hasMessage("a negative number at offset 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1e99999999999", "1e41", "12345678901234567890123456789012345678901", "1e-41"})
    void refusesBigDecimalsThatWouldBurstWhenPrinted(String text) throws MalformedException {
        json.reset(text);
        assertThatThrownBy(json::readBigDecimal).hasMessage("a number out of range at offset 0");
    }

    @Test
    void keepsTheScaleOfBigDecimals() throws MalformedException {
        json.reset("[\"85296.60260870\",0E-999999999,-1e-7]");
        json.beginArray();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.readBigDecimal()).isEqualTo(new BigDecimal("85296.60260870"));
        assertThat(json.nextElement()).isTrue();
        assertThat(json.readBigDecimal()).isEqualTo(BigDecimal.ZERO);
        assertThat(json.nextElement()).isTrue();
        assertThat(json.readBigDecimal()).isEqualTo(new BigDecimal("-1e-7"));
    }

    @Test
    void refusesATextOverTheLimitWithoutReadingIt() throws MalformedException {
        json.reset("1".repeat(JsonCursor.MAX_LENGTH));
        assertThatThrownBy(() -> json.reset("1".repeat(JsonCursor.MAX_LENGTH + 1)))
                .hasMessageStartingWith("a text of 8388609 characters, more than the 8388608 allowed");
        assertThatThrownBy(json::skip).hasMessage("expected a value, found the end of the text at offset 0");
    }

    @Test
    void followsNestingOnlySoDeep() throws MalformedException {
        json.reset("[".repeat(JsonCursor.MAX_DEPTH) + "]".repeat(JsonCursor.MAX_DEPTH));
        json.skip();
        json.end();
        json.reset("[".repeat(1_000_000));
        assertThatThrownBy(json::skip).hasMessage("nested deeper than 64 at offset 64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1,}|expected a field name, found '}' at offset 7",
                "{'a' 1}|expected ':', found '1' at offset 5",
                "{'a':1 'b':2}|expected ',' or '}', found '\"' at offset 7",
                "{'a':1]|expected ',' or '}', found ']' at offset 6",
                "[1,]|expected a value, found ']' at offset 3",
                "[,1]|expected a value, found ',' at offset 1",
                "[1|expected ',' or ']', found the end of the text at offset 2",
                "{|expected a field name, found the end of the text at offset 1",
                "'a|a text without end, or with a control character at offset 2",
                "'\\x'|an unknown escape at offset 2",
                "'\\u12g4'|expected four hexadecimal digits at offset 5",
                "'\\|an unknown escape at offset 2",
                "tru|expected true, found the end of the text at offset 3",
                "nulL|expected null, found 'L' at offset 3",
                "<html>|expected a value, found '<' at offset 0",
                "ü|expected a value, found '\\u00fc' at offset 0",
                "1 1|expected the end, found '1' at offset 2",
                "{} x|expected the end, found 'x' at offset 3"
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> {
                    json.reset(text.replace('\'', '"'));
                    json.skip();
                    json.end();
                })
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void refusesControlCharactersAndNuls() {
        for (String text : new String[] {"\"a\nb\"", "\"a\0b\"", "1\0", "\0", "[\0]", "{\"a\":\0}"}) {
            assertThatThrownBy(() -> {
                        json.reset(text);
                        json.skip();
                        json.end();
                    })
                    .isInstanceOf(MalformedException.class);
        }
    }

    /** The oracle is another strict reader; it must accept and refuse the same texts. */
    @Test
    void agreesWithAnotherReaderOnMutatedTexts() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        String[] seeds = {
            "{\"a\":[1,-2.5e3,\"x\\u0041\",true,false,null],\"b\":{\"c\":{}}}",
            "[[],[0,0.1],{\"\":\"\"}]",
            "\"text\"",
            "-1.0E+5"
        };
        String alphabet = "{}[]\",:0123456789.eE+-\\u tfn\"/ab";
        int accepted = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
            for (int edits = random.nextInt(3); edits >= 0 && text.length() > 0; edits--) {
                int at = random.nextInt(text.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.deleteCharAt(at);
                }
            }
            boolean ours = accepts(text.toString());
            if (ours != otherAccepts(text.toString())) {
                throw new AssertionError("seed " + seed + ": " + text + (ours ? " accepted" : " refused"));
            }
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isBetween(5_000, 95_000);
    }

    private boolean accepts(String text) {
        try {
            json.reset(text);
            json.skip();
            json.end();
            return true;
        } catch (MalformedException refused) {
            return false;
        }
    }

    private static boolean otherAccepts(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            return element != null && !text.isBlank() && reader.peek() == JsonToken.END_DOCUMENT;
        } catch (JsonParseException | IOException refused) {
            return false;
        }
    }

    @Test
    void agreesWithBigDecimalOnRandomNumbers() throws MalformedException {
        long seed = 7_141_993;
        Random random = new Random(seed);
        int fitting = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = randomNumber(random);
            BigDecimal exact = new BigDecimal(text);
            BigDecimal stripped = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
            BigDecimal plain = stripped.scale() < 0 && stripped.scale() > -40 ? stripped.setScale(0) : stripped;
            boolean fits = plain.scale() >= 0
                    && plain.scale() <= 18
                    && plain.unscaledValue().bitLength() <= 63
                    && digitsFit(text);
            json.reset(random.nextBoolean() ? text : "\"" + text + "\"");
            String read = decimalOrRefused();
            fitting += fits ? 1 : 0;
            String expected = fits ? plain.toPlainString() : "refused";
            if (!expected.equals(read)) {
                throw new AssertionError("seed " + seed + ": " + text + " read as " + read);
            }
        }
        assertThat(fitting).isBetween(40_000, 199_000);
    }

    /** The digits in front of an exponent must fit for themselves. */
    private static boolean digitsFit(String text) {
        BigDecimal written = new BigDecimal(text.split("[eE]", 2)[0]);
        BigDecimal stripped = written.signum() == 0 ? BigDecimal.ZERO : written.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        return plain.scale() <= 18 && plain.unscaledValue().bitLength() <= 63;
    }

    private String decimalOrRefused() {
        try {
            json.readDecimal();
            json.end();
            return BigDecimal.valueOf(json.mantissa(), json.scale()).toPlainString();
        } catch (MalformedException refused) {
            return "refused";
        }
    }

    private static String randomNumber(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        int whole = random.nextInt(21);
        if (whole == 0) {
            text.append('0');
        }
        for (int i = 0; i < whole; i++) {
            text.append((char) ('0' + (i == 0 ? 1 + random.nextInt(9) : digit(random))));
        }
        int fraction = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(22);
        for (int i = 0; i < fraction; i++) {
            text.append(i == 0 ? "." : "").append(digit(random));
        }
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "e" : "E");
            text.append(new String[] {"", "+", "-"}[random.nextInt(3)]);
            text.append(random.nextInt(25));
        }
        return text.toString();
    }

    /** Zeros are what goes wrong. */
    private static int digit(Random random) {
        return random.nextInt(3) > 0 ? 0 : random.nextInt(10);
    }
}
