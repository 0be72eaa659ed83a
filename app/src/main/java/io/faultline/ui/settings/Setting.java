package io.faultline.ui.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One thing that can be set: its key in the file, what it is called, what it may be, and what it is unless set. */
public sealed interface Setting<T> {
    /** {@code look.theme}: stable. */
    String key();

    String title();

    /** What it does, in a sentence or two. */
    String words();

    T usual();

    JsonElement written(T value);

    /** @throws IllegalArgumentException with what it may be, in words */
    T read(JsonElement written);

    /**
     * One of a few.
     *
     * @param titles what each is called
     */
    record Choice<E extends Enum<E>>(
            String key, String title, String words, E usual, List<E> all, Function<E, String> titles)
            implements Setting<E> {
        public Choice {
            all = List.copyOf(all);
        }

        static <E extends Enum<E>> Choice<E> of(
                String key, String title, String words, E usual, Function<E, String> titles) {
            return new Choice<>(
                    key, title, words, usual, List.of(usual.getDeclaringClass().getEnumConstants()), titles);
        }

        @Override
        public JsonElement written(E value) {
            return new JsonPrimitive(name(value));
        }

        @Override
        public E read(JsonElement written) {
            String name = text(written);
            for (E each : all) {
                if (name(each).equals(name)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(
                    "one of " + all.stream().map(Choice::name).collect(Collectors.joining(", ")));
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A number.
     *
     * @param step what its buttons add or take
     * @param unit follows the number, such as {@code %}
     */
    record Range(
            String key, String title, String words, Double usual, double least, double most, double step, String unit)
            implements Setting<Double> {
        @Override
        public JsonElement written(Double value) {
            return value == Math.rint(value) ? new JsonPrimitive(value.longValue()) : new JsonPrimitive(value);
        }

        @Override
        public Double read(JsonElement written) {
            boolean number = written instanceof JsonPrimitive primitive && primitive.isNumber();
            double value = number ? written.getAsDouble() : Double.NaN;
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException("from " + plain(least) + " to " + plain(most));
            }
            return value;
        }

        /** Without a needless fraction. */
        public static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /** On or off. */
    record Switch(String key, String title, String words, Boolean usual) implements Setting<Boolean> {
        @Override
        public JsonElement written(Boolean value) {
            return new JsonPrimitive(value);
        }

        @Override
        public Boolean read(JsonElement written) {
            if (written instanceof JsonPrimitive primitive && primitive.isBoolean()) {
                return written.getAsBoolean();
            }
            throw new IllegalArgumentException("true or false");
        }
    }

    /**
     * Words.
     *
     * @param check says what they may be where they are not that, else nothing
     */
    record Words(String key, String title, String words, String usual, UnaryOperator<String> check)
            implements Setting<String> {
        private static final int MOST = 500;

        @Override
        public JsonElement written(String value) {
            return new JsonPrimitive(value);
        }

        @Override
        public String read(JsonElement written) {
            String value = text(written);
            String wrong = value.length() > MOST ? "at most " + MOST + " characters" : check.apply(value);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(wrong);
            }
            return value;
        }
    }

    private static String text(JsonElement written) {
        if (written instanceof JsonPrimitive primitive && primitive.isString()) {
            return written.getAsString();
        }
        throw new IllegalArgumentException("words in quotes");
    }
}
