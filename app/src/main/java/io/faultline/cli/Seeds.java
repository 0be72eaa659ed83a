package io.faultline.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of practice markets as a command line gives them: {@code 7}, {@code 1,3,5}, {@code 1-10}; ascending. */
record Seeds(List<Long> numbers) {
    private static final int MOST = 1_000;
    private static final Pattern PART = Pattern.compile("(\\d{1,15})(?:-(\\d{1,15}))?");

    Seeds {
        numbers = List.copyOf(numbers);
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Seeds> {
        @Override
        public Seeds convert(String text) {
            TreeSet<Long> numbers = new TreeSet<>();
            for (String part : text.split(",", -1)) {
                Matcher matcher = PART.matcher(part.strip());
                if (!matcher.matches()) {
                    throw new TypeConversionException("'" + text + "' is none of 7, 1,3,5 and 1-10");
                }
                long first = Long.parseLong(matcher.group(1));
                long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
                if (last < first) {
                    throw new TypeConversionException("'" + part.strip() + "' goes backwards");
                }
                if (last - first >= MOST || numbers.size() + (last - first) >= MOST) {
                    throw new TypeConversionException("'" + text + "' is more than " + MOST + " seeds");
                }
                for (long seed = first; seed <= last; seed++) {
                    numbers.add(seed);
                }
            }
            return new Seeds(List.copyOf(numbers));
        }
    }
}
