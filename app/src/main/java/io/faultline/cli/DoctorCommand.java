package io.faultline.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.venue.VenueAdapter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        PrintWriter out = command.commandLine().getOut();
        JsonArray venues = new JsonArray();
        boolean well = true;
        for (VenueAdapter adapter : feed.adapters(feed.known())) {
            List<Checkup.Step> steps = new Checkup(adapter, feed.symbol(), patience).run();
            well &= steps.stream().allMatch(Checkup.Step::ok);
            if (json) {
                venues.add(toJson(adapter, steps));
            } else {
                out.println(adapter.venue().title());
                steps.forEach(step -> out.println("  " + (step.ok() ? "ok  " : "FAIL") + " " + step.step() + "  "
                        + step.millis() + " ms  " + step.detail()));
            }
            out.flush();
        }
        if (json) {
            JsonObject result = new JsonObject();
            result.add("venues", venues);
            out.println(new Gson().toJson(result));
            out.flush();
        }
        return well ? 0 : 1;
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
