package io.faultline.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.feed.FeedPolicy;
import io.faultline.venue.VenueAdapter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code faultline doctor}: what works between this machine and the venues, step by step. */
@Command(
        name = "doctor",
        description = "Checks, step by step, what works between this machine and the venues.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = WindowOptions.DurationConverter.class,
            defaultValue = "30s",
            description = "How long to wait for market data. Default: ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ofSeconds(30);

    @Mixin
    private FeedOptions feed = new FeedOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        if (feed.symbols().size() > 1) {
            throw new ParameterException(command.commandLine(), "--symbol: one at a time is checked");
        }
        PrintWriter out = command.commandLine().getOut();
        Map<VenueAdapter, List<Checkup.Step>> results = checked(feed.adapters(feed.known()));
        if (json) {
            JsonArray venues = new JsonArray();
            results.forEach((adapter, steps) -> venues.add(toJson(adapter, steps)));
            JsonObject result = new JsonObject();
            result.add("venues", venues);
            out.println(new Gson().toJson(result));
        } else {
            results.forEach((adapter, steps) -> print(out, adapter, steps));
        }
        out.flush();
        List<String> failed = new ArrayList<>();
        results.forEach((adapter, steps) -> steps.stream()
                .filter(step -> !step.ok())
                .findFirst()
                .ifPresent(step ->
                        failed.add(adapter.venue().title() + " fails at " + step.step() + ", " + step.detail())));
        if (!failed.isEmpty()) {
            command.commandLine().getErr().println("faultline: " + String.join("; ", failed));
        }
        return failed.isEmpty() ? 0 : 1;
    }

    /** All at once: the slow one does not hold up the others. */
    private Map<VenueAdapter, List<Checkup.Step>> checked(List<VenueAdapter> adapters) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Map<VenueAdapter, Future<List<Checkup.Step>>> running = new LinkedHashMap<>();
            for (VenueAdapter adapter : adapters) {
                Checkup checkup = new Checkup(adapter, feed.symbol(), FeedPolicy.standard(), patience);
                running.put(adapter, threads.submit(checkup::run));
            }
            Map<VenueAdapter, List<Checkup.Step>> results = new LinkedHashMap<>();
            for (var entry : running.entrySet()) {
                results.put(entry.getKey(), entry.getValue().get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check failed by itself", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void print(PrintWriter out, VenueAdapter adapter, List<Checkup.Step> steps) {
        out.println(adapter.venue().title());
        for (Checkup.Step step : steps) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-4s %-15s %7d ms  %s",
                    step.ok() ? "ok" : "FAIL",
                    step.step(),
                    step.millis(),
                    step.detail()));
        }
    }

    private static JsonObject toJson(VenueAdapter adapter, List<Checkup.Step> steps) {
        JsonArray rows = new JsonArray();
        for (Checkup.Step step : steps) {
            JsonObject row = new JsonObject();
            row.addProperty("step", step.step());
            row.addProperty("ok", step.ok());
            row.addProperty("millis", step.millis());
            row.addProperty("detail", step.detail());
            rows.add(row);
        }
        JsonObject venue = new JsonObject();
        venue.addProperty("venue", adapter.venue().id());
        venue.add("steps", rows);
        return venue;
    }
}
