package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.RuleText;
import io.faultline.desk.Session;
import io.faultline.desk.SignalRules;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ParameterText;
import io.faultline.market.Venue;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.PathRule;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a user decides about the liquidation model, in the real window. */
@ExtendWith(ApplicationExtension.class)
class ModelInWindowTest {
    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(7).open().run(5);
    private final FakeSession session = FakeSession.live(market);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set in open
    private WorkspaceWindow window;

    ModelInWindowTest(@TempDir Path home) {
        this.home = home;
    }

    @Start
    void start(Stage unused) {
        Theme.install();
        stage = new Stage();
    }

    @BeforeEach
    void open() throws Exception {
        runs(ModelParameters.DEFAULT, GridView.Epoch.FIRST);
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return session;
            }

            @Override
            public Session replay(List<Path> journals) {
                throw new IllegalStateException("nobody asked for it");
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1920, 1080, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of(),
                owner -> List.of(Path.of("newer.json")));
        window = fx(() -> {
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, session, setup, () -> {});
            made.show();
            return made;
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 3);
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            stage.hide();
            return true;
        });
    }

    /** The model runs under these parameters from now on. */
    private void runs(ModelParameters parameters, GridView.Epoch epoch) {
        LocalDate today =
                LocalDate.ofInstant(Instant.ofEpochSecond(market.nowNanos() / 1_000_000_000L), ZoneOffset.UTC);
        DeskView view = market.view();
        GridView grid = new GridView(
                List.of(),
                Map.of(
                        Venue.BINANCE,
                        new GridView.Standing(
                                Set.of(GridFlag.TABLE_STALE, GridFlag.TABLE_DATE),
                                today.minusDays(120),
                                "brackets of a file"),
                        Venue.OKX,
                        new GridView.Standing(Set.of(), today, "as OKX told it")),
                GridView.Heat.NONE,
                GridView.NONE.swept(),
                parameters,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                epoch);
        session.view = new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                grid,
                view.clusters(),
                view.papers());
    }

    private void showPanel(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
        await().until(() -> field("churn-share").isVisible() && shown(field("churn-share")));
    }

    private static boolean shown(TextField field) {
        return field.getScene() != null && field.getWidth() > 0;
    }

    private TextField field(String id) {
        return (TextField) Objects.requireNonNull(lookup("#model-" + id), id);
    }

    private Button button(String id) {
        return (Button) Objects.requireNonNull(lookup("#" + id), id);
    }

    private javafx.scene.@Nullable Node lookup(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String text(String selector) throws Exception {
        return fx(() -> lookup(selector) instanceof Label label ? label.getText() : "");
    }

    private void write(FxRobot robot, String id, String words) throws Exception {
        fx(() -> {
            field(id).requestFocus();
            field(id).selectAll();
            return true;
        });
        robot.write(words);
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }

    @Test
    void changesAParameterByKeysAndSaysThatANewEpochBegan(FxRobot robot) throws Exception {
        showPanel(robot);
        assertThat(fx(() -> field("maker-weight").getText())).isEqualTo("0.45");
        assertThat(text("#model-epoch")).isEqualTo("The defaults are in force since the session began.");

        write(robot, "maker-weight", "0.6");
        robot.type(KeyCode.ENTER);

        ModelParameters other = new ModelParameters(
                ModelParameters.DEFAULT.weights(), ModelParameters.DEFAULT.kernel(), .1, 1, .6, 168, 1, 1, 10);
        assertThat(session.told).containsExactly("model " + ParameterText.of(other));
        await().untilAsserted(() -> assertThat(text("#model-epoch")).startsWith("The past is run anew"));

        runs(other, new GridView.Epoch(1, market.nowNanos() / 1_000_000));
        await().untilAsserted(() -> assertThat(text("#model-epoch"))
                .endsWith(": change 1 of this session, and a new epoch of the ledger."));
        assertThat(fx(() -> button("model-apply").isDisabled())).isTrue();

        robot.press(KeyCode.ALT).type(KeyCode.M).release(KeyCode.ALT);
        assertThat(session.told).last().isEqualTo("model " + ParameterText.of(ModelParameters.DEFAULT));
        assertThat(fx(() -> field("maker-weight").getText())).isEqualTo("0.45");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndAppliesNothing(FxRobot robot) throws Exception {
        showPanel(robot);

        write(robot, "churn-share", "2");
        assertThat(text("#model-churn-share-beside")).isEqualTo("must be from 0 to 1");
        write(robot, "weight-10", "much");
        assertThat(text("#model-weights-beside")).isEqualTo("is no number such as 0.45");
        robot.type(KeyCode.ENTER);
        assertThat(fx(() -> button("model-apply").isDisabled())).isTrue();
        assertThat(session.told).isEmpty();

        robot.clickOn("#model-undo");
        assertThat(text("#model-churn-share-beside")).isEqualTo("of balanced volume, 0 to 1, at first 0.1");
        assertThat(fx(() -> field("weight-10").getText())).isEqualTo("22");
        assertThat(session.told).isEmpty();
    }

    @Test
    void changesAParameterAndSetsItBackByMouse(FxRobot robot) throws Exception {
        showPanel(robot);
        fx(() -> {
            Objects.requireNonNull(lookup("#model-spread")).requestFocus(); // it scrolls into view
            return true;
        });
        robot.clickOn("#model-spread").clickOn("#model-apply");
        assertThat(session.told).hasSize(1).allMatch(words -> words.contains("kernel=POINT"));
        robot.clickOn("#model-reset");
        assertThat(session.told).hasSize(2);
        assertThat(session.told.get(1)).contains("kernel=SPREAD");
    }

    @Test
    void importsATableByKeyPaletteAndButtonAndSaysWhatItHolds(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.I).release(KeyCode.CONTROL);
        await().untilAsserted(() -> assertThat(text("#model-import-words")).isEqualTo("newer.json: 2 rows"));
        assertThat(session.told).containsExactly("import newer.json");
        assertThat(text("#model-imported")).isEqualTo("imported: import newer.json");

        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("margin tables…").type(KeyCode.ENTER);
        await().until(() -> session.told.size() == 2);
        robot.clickOn("#model-import");
        assertThat(session.told).hasSize(3);
    }

    @Test
    void takesTablesThatAreDroppedOnTheWindowAndSaysWhatItDoesNotTake() throws Exception {
        DroppedFiles dropped = new DroppedFiles(() -> window.workspace());
        assertThat(fx(() -> dropped.take(List.of(Path.of("one.json"), Path.of("notes.txt"), Path.of("TWO.JSON")))))
                .isTrue();
        await().until(() -> session.told.size() == 2);
        assertThat(session.told).containsExactly("import one.json", "import TWO.JSON");
        await().untilAsserted(
                        () -> assertThat(text("#model-import-words")).isEqualTo("one.json: 2 rows\nTWO.JSON: 2 rows"));
        assertThat(fx(() -> dropped.take(List.of(Path.of("notes.txt"))))).isFalse();
    }

    @Test
    void changesTheRulesOfSignalsAndSetsThemBack(FxRobot robot) throws Exception {
        showPanel(robot);
        assertThat(text("#rules-hollow-beside")).isEqualTo("% of the cluster, 5 to 100, at first 20");
        assertThat(text("#rules-words")).matches("Paths are held against mass less 25.% \\(settings\\).*");
        assertThat(fx(() -> button("rules-apply").isDisabled()
                        && button("rules-reset").isDisabled()))
                .isTrue();

        writeRule(robot, "hollow", "300");
        assertThat(text("#rules-hollow-beside")).isEqualTo("must be from 5 to 100");
        robot.type(KeyCode.ENTER);
        assertThat(session.told).isEmpty();
        writeRule(robot, "hollow", "30");
        writeRule(robot, "heavy", "0.05");
        robot.type(KeyCode.ENTER);

        SignalRules other = SignalRules.DEFAULT
                .withPath(PathRule.DEFAULT.withBars(.3, 2))
                .withFunding(FundingJudgement.DEFAULT.withHeavyPer8h(.0005));
        assertThat(session.told).containsExactly("rules " + RuleText.of(other));
        readBy(other);
        await().until(() -> fx(() -> button("rules-apply").isDisabled()));
        fx(() -> {
            button("rules-reset").fire();
            return true;
        });
        assertThat(session.told).last().isEqualTo("rules " + RuleText.of(SignalRules.DEFAULT));
    }

    @Test
    void readsPathsByTheDiscountThatIsSet() throws Exception {
        fx(() -> {
            window.workspace().axes().settings().set(KnownSettings.DISCOUNT_PERCENT, 20.0);
            return true;
        });
        assertThat(session.told).containsExactly("rules " + RuleText.of(SignalRules.DEFAULT.withDiscount(.2)));
    }

    private void writeRule(FxRobot robot, String id, String words) throws Exception {
        fx(() -> {
            TextField field = (TextField) Objects.requireNonNull(lookup("#rules-" + id), id);
            field.requestFocus();
            field.selectAll();
            return true;
        });
        robot.write(words);
    }

    /** Clusters and signals are read by these rules from now on. */
    private void readBy(SignalRules rules) {
        DeskView view = session.view;
        ClustersView clusters = view.clusters();
        session.view = new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                view.grid(),
                new ClustersView(
                        clusters.known(),
                        clusters.rebuilds(),
                        clusters.asOfMillis(),
                        clusters.sightedMillis(),
                        rules,
                        clusters.mark(),
                        clusters.mid(),
                        clusters.sides(),
                        clusters.asymmetry(),
                        clusters.market(),
                        clusters.funding(),
                        clusters.venues(),
                        clusters.walls(),
                        clusters.sweeps(),
                        clusters.labels(),
                        clusters.events()));
    }

    @Test
    void flagsATableThatIsOver90DaysOld(FxRobot robot) throws Exception {
        showPanel(robot);
        await().until(() -> window.workspace()
                .focus()
                .panel(io.faultline.ui.model.ModelPanel.class)
                .orElseThrow()
                .asText()
                .contains("OKX"));
        String text = fx(() -> window.workspace()
                .focus()
                .panel(io.faultline.ui.model.ModelPanel.class)
                .orElseThrow()
                .asText());
        assertThat(text)
                .contains("\t120 days, over 90\tbrackets of a file\n")
                .contains("brackets not the venue's of today")
                .contains("\ttoday\tas OKX told it\n")
                .contains("churn share η\t0.1\tof balanced volume\t0 to 1, at first 0.1\n");
    }
}
