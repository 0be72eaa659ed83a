package io.faultline.cli;

import io.faultline.ui.HeatmapLayer;
import io.faultline.ui.WorkspaceOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of every command that opens a window or draws a picture. */
final class WindowOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            converter = FolderConverter.class,
            description = "Folder for settings and journals.")
    private @Nullable Path home;

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description = "What the heatmap shows: depth, cumulative, feed, tiers, venues, delta or map.")
    private @Nullable HeatmapLayer layer;

    @Option(
            names = "--window",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "Time that the heatmap shows: 5m, 15m, 1h, 4h, 12h, 24h, 3d, 7d or 30d.")
    private @Nullable Duration window;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Size of the window or picture, such as 1920x1080.")
    private @Nullable Size size;

    @Option(
            names = "--screenshot",
            paramLabel = "OUT.png",
            description = "Draw the workspace into this file and exit; needs no display.")
    private @Nullable Path screenshot;

    @Option(
            names = "--after",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "When the picture is taken, such as 20s: market time in a replay, from where it begins, and in "
                            + "practice; wall time live. "
                            + "Default: ${DEFAULT-VALUE}.",
            defaultValue = "20s")
    private Duration after = Duration.ofSeconds(20);

    @Option(
            names = "--panels",
            paramLabel = "DIR",
            description = "With --screenshot: also a picture of each panel alone, into this folder.")
    private @Nullable Path panels;

    record Size(int width, int height) {}

    Path home() {
        return home == null ? Home.usual() : home;
    }

    WorkspaceOptions workspace() {
        Optional<WorkspaceOptions.PictureRequest> picture = Optional.ofNullable(screenshot)
                .map(file -> new WorkspaceOptions.PictureRequest(
                        file.toAbsolutePath(),
                        after,
                        Optional.ofNullable(panels).map(Path::toAbsolutePath)));
        return new WorkspaceOptions(
                size == null ? 0 : size.width(),
                size == null ? 0 : size.height(),
                Optional.ofNullable(window),
                Optional.ofNullable(layer),
                picture,
                home());
    }

    /** A folder, which need not be there. */
    static final class FolderConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            if (value.isBlank()) {
                throw new TypeConversionException("'" + value + "' is no folder");
            }
            Path folder = Path.of(value);
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new TypeConversionException("'" + value + "' is a file, not a folder");
            }
            return folder;
        }
    }

    /** {@code 20s}, {@code 10m}, {@code 2h}, {@code 1d}; also {@code 500ms}. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
        private static final Map<String, Duration> UNITS = Map.of(
                "ms", Duration.ofMillis(1),
                "s", Duration.ofSeconds(1),
                "m", Duration.ofMinutes(1),
                "h", Duration.ofHours(1),
                "d", Duration.ofDays(1));

        @Override
        public Duration convert(String value) {
            Matcher matcher = FORM.matcher(value.toLowerCase(Locale.ROOT));
            Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
            if (unit == null) {
                throw new TypeConversionException("'" + value + "' is no duration such as 20s, 10m or 2h");
            }
            return unit.multipliedBy(Long.parseLong(matcher.group(1)));
        }
    }

    /** A duration that a heatmap can show. */
    static final class SpanConverter implements ITypeConverter<Duration> {
        private static final Duration SHORTEST = Duration.ofSeconds(10);
        private static final Duration LONGEST = Duration.ofDays(31);

        @Override
        public Duration convert(String value) {
            Duration span = new DurationConverter().convert(value);
            if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
                throw new TypeConversionException("'" + value + "' is not between 10s and 31d");
            }
            return span;
        }
    }

    /** {@code 2024-08-08T23:56:00Z}. */
    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is no time such as 2024-08-08T23:56:00Z");
            }
        }
    }

    /** {@code 1920x1080}. */
    static final class SizeConverter implements ITypeConverter<Size> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
        private static final int LARGEST = 8_192;

        @Override
        public Size convert(String value) {
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is no size such as 1920x1080");
            }
            Size size = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (size.width() < WorkspaceOptions.MIN_WIDTH
                    || size.height() < WorkspaceOptions.MIN_HEIGHT
                    || size.width() > LARGEST
                    || size.height() > LARGEST) {
                throw new TypeConversionException("'" + value + "' is not between " + WorkspaceOptions.MIN_WIDTH + "x"
                        + WorkspaceOptions.MIN_HEIGHT + " and " + LARGEST + "x" + LARGEST);
            }
            return size;
        }
    }
}
