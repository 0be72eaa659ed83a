package io.faultline.cli;

import io.faultline.history.SplitEstimate;
import io.faultline.liquidation.GridBar;
import io.faultline.venue.VenueWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file of one venue's and symbol's past, a bar a line: see app/docs/evaluate.md for the columns. Read strictly: what is
 * no bar is an error that names the line and the column.
 *
 * @param bars ascending, with holes where the file has none
 * @param funding per eight hours, by the start of its bar; only where known
 * @param estimatedSplits bars whose takers' side was estimated from their return
 */
record HistoryCsv(List<GridBar> bars, Map<Long, Double> funding, int estimatedSplits) {
    private static final List<String> REQUIRED = List.of(
            "time",
            "open",
            "high",
            "low",
            "close",
            "volume_usd",
            "taker_buy_usd",
            "open_interest_usd",
            "long_liq_usd",
            "short_liq_usd");
    private static final List<String> OPTIONAL = List.of("mark_high", "mark_low", "funding_rate");

    /** How far sums of rounded figures may be beyond what they are part of. */
    private static final double ROUNDING = 1e-6;

    /** @throws IOException saying what is wrong, in words, with the line and the column */
    static HistoryCsv read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": not a file");
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Reading(file, lines).all();
        } catch (CharacterCodingException notText) {
            throw new IOException(file + ": not a text file in UTF-8", notText);
        }
    }

    /** One line, before the length of its bar is known. NaN stands for an empty cell. */
    private record Row(
            long line,
            long millis,
            double open,
            double high,
            double low,
            double close,
            double volumeUsd,
            double takerBuyUsd,
            double openInterestUsd,
            double longUsd,
            double shortUsd,
            double markHigh,
            double markLow,
            double funding) {
        boolean isPriced() {
            return !Double.isNaN(open);
        }
    }

    /** One pass over a file. */
    private static final class Reading {
        private final Path file;
        private final BufferedReader lines;
        private final List<Row> rows = new ArrayList<>();
        private List<String> header = List.of();
        private List<String> cells = List.of();
        private long number;

        Reading(Path file, BufferedReader lines) {
            this.file = file;
            this.lines = lines;
        }

        HistoryCsv all() throws IOException {
            String first = lines.readLine();
            number = 1;
            if (first == null || first.isBlank()) {
                throw new IOException(file + ": is empty; its first line must be: " + String.join(",", REQUIRED));
            }
            header(first.startsWith("\uFEFF") ? first.substring(1) : first);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    row(line);
                }
            }
            if (rows.stream().filter(Row::isPriced).count() < 2) {
                throw new IOException(file + ": holds " + (rows.isEmpty() ? "no bar" : "too few bars")
                        + "; how long a bar is takes two to tell");
            }
            return bars();
        }

        private void header(String line) throws IOException {
            header = split(line).map(name -> name.toLowerCase(Locale.ROOT)).toList();
            Set<String> seen = new HashSet<>();
            for (String name : header) {
                if (!seen.add(name)) {
                    throw fault("column " + shortened(name) + " is there twice");
                }
                if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                    boolean otherwise = name.indexOf(';') >= 0 || name.indexOf('\t') >= 0;
                    throw fault("column " + (name.isEmpty() ? "without a name" : shortened(name)) + " is not known"
                            + (otherwise ? ", cells must be separated by commas" : "") + "; known are "
                            + String.join(",", REQUIRED) + " and, if there, " + String.join(",", OPTIONAL));
                }
            }
            for (String name : REQUIRED) {
                if (!seen.contains(name)) {
                    throw fault("column " + name + " is missing from the header");
                }
            }
        }

        private static Stream<String> split(String line) {
            return Stream.of(line.split(",", -1)).map(String::strip);
        }

        private void row(String line) throws IOException {
            cells = split(line).toList();
            if (cells.size() != header.size()) {
                throw fault(cells.size() + " cells, the header has " + header.size() + " columns");
            }
            long millis = time();
            if (!rows.isEmpty() && millis <= rows.get(rows.size() - 1).millis()) {
                boolean same = millis == rows.get(rows.size() - 1).millis();
                throw fault("column time: " + cell("time") + (same ? " is there twice" : " is before the line above")
                        + "; bars must ascend");
            }
            Row row = new Row(
                    number,
                    millis,
                    price("open"),
                    price("high"),
                    price("low"),
                    price("close"),
                    usd("volume_usd"),
                    usd("taker_buy_usd"),
                    usd("open_interest_usd"),
                    usd("long_liq_usd"),
                    usd("short_liq_usd"),
                    price("mark_high"),
                    price("mark_low"),
                    number("funding_rate"));
            check(row);
            rows.add(row);
        }

        private void check(Row row) throws IOException {
            for (String name : List.of("high", "low", "close")) {
                if (cell(name).isEmpty() == row.isPriced()) {
                    throw fault("column " + (row.isPriced() ? name : "open")
                            + ": empty, while other prices of the bar are there");
                }
            }
            if (row.high() < Math.max(row.open(), row.close())) {
                throw fault("column high: " + cell("high") + " is below open or close");
            }
            if (row.low() > Math.min(row.open(), row.close())) {
                throw fault("column low: " + cell("low") + " is above open or close");
            }
            if (row.takerBuyUsd() > row.volumeUsd() * (1 + ROUNDING)) {
                throw fault("column taker_buy_usd: " + cell("taker_buy_usd") + " is more than the volume");
            }
            if (row.markHigh() < row.markLow()) {
                throw fault("column mark_high: " + cell("mark_high") + " is below mark_low");
            }
            if (Math.abs(row.funding()) > 1) {
                throw fault("column funding_rate: " + cell("funding_rate") + " is no rate; 0.0001 is 0.01 %");
            }
        }

        private String cell(String column) {
            int at = header.indexOf(column);
            return at < 0 ? "" : cells.get(at);
        }

        private long time() throws IOException {
            String text = cell("time");
            Long millis = Times.millis(text);
            if (millis == null) {
                throw fault("column time: "
                        + (text.isEmpty() ? "empty" : "not a time: " + shortened(text))
                        + "; such as 2024-06-01T00:00:00.000Z");
            }
            return millis;
        }

        private double price(String column) throws IOException {
            double value = number(column);
            if (value <= 0) {
                throw fault("column " + column + ": a price must be above 0, not " + shortened(cell(column)));
            }
            return value;
        }

        private double usd(String column) throws IOException {
            double value = number(column);
            if (value < 0) {
                throw fault("column " + column + ": must not be negative, is " + shortened(cell(column)));
            }
            return value;
        }

        private double number(String column) throws IOException {
            String text = cell(column);
            if (text.isEmpty()) {
                return Double.NaN;
            }
            // Java reads hexadecimal and type suffixes as numbers, too; a table has neither.
            if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
                try {
                    double value = Double.parseDouble(text);
                    if (Double.isFinite(value)) {
                        return value;
                    }
                } catch (NumberFormatException notOne) {
                    throw notANumber(column, text);
                }
            }
            throw notANumber(column, text);
        }

        private IOException notANumber(String column, String text) {
            return fault("column " + column + ": not a number: " + shortened(text));
        }

        /** What a file holds may be long, or move a terminal's cursor. */
        private static String shortened(String text) {
            return VenueWords.bounded(text.length() <= 40 ? text : text.substring(0, 40) + "…");
        }

        private IOException fault(String what) {
            return new IOException(file + ":" + number + ": " + what);
        }

        private HistoryCsv bars() {
            List<GridBar> bars = new ArrayList<>();
            Map<Long, Double> funding = new HashMap<>();
            SplitEstimate split = new SplitEstimate();
            int estimated = 0;
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (row.isPriced()) {
                    double guess = split.share(row.open(), row.close());
                    boolean isSplitKnown = !Double.isNaN(row.takerBuyUsd());
                    estimated += isSplitKnown || Double.isNaN(row.volumeUsd()) ? 0 : 1;
                    double bought =
                            isSplitKnown ? Math.min(row.takerBuyUsd(), row.volumeUsd()) : guess * row.volumeUsd();
                    bars.add(bar(row, seconds(i), bought));
                    if (!Double.isNaN(row.funding())) {
                        funding.put(row.millis(), row.funding());
                    }
                }
            }
            return new HistoryCsv(List.copyOf(bars), Map.copyOf(funding), estimated);
        }

        /** A bar is as long as the shorter of the ways to its neighbours: the longer one is a gap, if they differ. */
        private double seconds(int i) {
            long before = i > 0 ? rows.get(i).millis() - rows.get(i - 1).millis() : Long.MAX_VALUE;
            long after =
                    i + 1 < rows.size() ? rows.get(i + 1).millis() - rows.get(i).millis() : Long.MAX_VALUE;
            return Math.min(before, after) / 1000.0;
        }

        private static GridBar bar(Row row, double seconds, double bought) {
            boolean isMarkKnown = !Double.isNaN(row.markHigh()) && !Double.isNaN(row.markLow());
            double mark = Math.max(row.markLow(), Math.min(row.markHigh(), row.close()));
            return new GridBar(
                    row.millis(),
                    seconds,
                    row.open(),
                    row.high(),
                    row.low(),
                    row.close(),
                    isMarkKnown ? row.markLow() : Double.NaN,
                    isMarkKnown ? row.markHigh() : Double.NaN,
                    isMarkKnown ? mark : Double.NaN,
                    bought,
                    row.volumeUsd() - bought,
                    row.openInterestUsd() / row.close(),
                    row.longUsd(),
                    row.shortUsd());
        }
    }
}
