package io.faultline.ui.settings;

import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import io.faultline.ui.theme.ThemeName;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** All that can be set, under the headings of the page. */
public final class KnownSettings {
    public static final Setting.Choice<ThemeName> THEME = Setting.Choice.of(
            "look.theme",
            "Theme",
            "Colours of the whole window. The safe one keeps sides and leverage apart for eyes that do not tell red from"
                    + " green or blue from yellow.",
            ThemeName.DARK,
            ThemeName::title);
    public static final Setting.Choice<ScaleChoice> LIQUIDATION_SCALE = Setting.Choice.of(
            "look.scale.liquidations",
            "Heat scale: liquidations",
            "Colours of the types cumulative, feed and venues. Tiers have the leverage's own hues, delta a scale of two"
                    + " arms.",
            ScaleChoice.THEME,
            ScaleChoice::title);
    public static final Setting.Choice<ScaleChoice> DEPTH_SCALE = Setting.Choice.of(
            "look.scale.depth",
            "Heat scale: resting depth",
            "Colours of the depth layer.",
            ScaleChoice.THEME,
            ScaleChoice::title);
    public static final Setting.Range INTERFACE_PERCENT = new Setting.Range(
            "look.size",
            "Interface and font size",
            "Everything grows together, text included; Ctrl + and Ctrl − do the same.",
            100.0,
            100,
            200,
            10,
            "%");

    public static final Setting.Choice<BasisChoice> BASIS = Setting.Choice.of(
            "model.basis",
            "Basis at the start",
            "What the heatmap counts when a symbol is opened: mass at risk, less the discount, or expected forced flow."
                    + " B changes it for the symbol shown.",
            BasisChoice.AT_RISK,
            BasisChoice::title);
    public static final Setting.Range DISCOUNT_PERCENT = new Setting.Range(
            "model.discount",
            "Discount",
            "Taken off mass at risk: positions closed, hedged or topped up before they are liquidated. Paths are held"
                    + " against the rest; another value begins a new epoch of the ledger.",
            25.0,
            20,
            30,
            1,
            "%");
    public static final Setting.Switch WEEKEND = new Setting.Switch(
            "model.weekend",
            "Weekend weighting",
            "From Friday 22:00 to Sunday 22:00 UTC, when books are thin: a badge on every cluster, and in plans half the"
                    + " risk and a stop 0.5 % wider.",
            true);
    public static final Setting.Choice<Timeframe> PROFILE = Setting.Choice.of(
            "model.profile",
            "Profile",
            "Window and distances that count together: scalp 4 h, 1.5 and 3 %; day 3 d, 2 and 5 %; swing 7 d, 2 and 5 %."
                    + " T sets both;"
                    + " W changes the window alone, which begins at 24 h or where it was last.",
            Timeframe.DAY,
            timeframe -> title(timeframe.name()));
    public static final Setting.Choice<OwnVenueChoice> OWN_VENUE = Setting.Choice.of(
            "model.own-venue",
            "Your venue",
            "Stands first in the funding panel; your liquidation price is reckoned by its margin table.",
            OwnVenueChoice.NONE,
            OwnVenueChoice::title);

    public static final Setting.Words ZONE = new Setting.Words(
            "time.zone",
            "Time zone",
            "UTC, system, or a name such as Europe/Berlin. Pictures' stamps, file names and exports are always in UTC.",
            "UTC",
            KnownSettings::wrongZone);
    public static final Setting.Range FRAME_CAP = new Setting.Range(
            "time.frames",
            "Frames a second at most",
            "Fewer cost less power; data is never dropped for it.",
            60.0,
            5,
            60,
            5,
            "a second");
    public static final Setting.Switch REST_WHEN_HIDDEN = new Setting.Switch(
            "time.rest-when-hidden", "Draw once a second while minimised", "Data, alarms and journals go on.", true);

    public static final Setting.Range JOURNAL_GIGABYTES = new Setting.Range(
            "storage.journal-gigabytes",
            "Size of a journal",
            "At this size a journal ends, and the status strip says so. Counts from the next one begun.",
            20.0,
            1,
            2000,
            1,
            "GB");

    public static final Setting.Range ACCOUNT_USD = new Setting.Range(
            "account.usd",
            "Account",
            "What plans take their risk from. Kept on this machine, and left out of pictures unless asked.",
            10_000.0,
            1,
            1e12,
            1000,
            "USD");
    public static final Setting.Switch RISK_BY_RULE = new Setting.Switch(
            "account.risk-by-rule",
            "Risk by the rule",
            "From half a percent to two, by venues, size of the cluster and path; if off, as set below.",
            true);
    public static final Setting.Range RISK_PERCENT = new Setting.Range(
            "account.risk",
            "Risk of a plan",
            "Share of the account that a plan may lose where the rule is off; never above 2 %.",
            1.0,
            0.5,
            2,
            0.25,
            "%");

    public static final Setting.Words PICTURE_FOLDER = new Setting.Words(
            "pictures.folder",
            "Folder of pictures",
            "A whole path; empty for Pictures/Faultline in your folder, or pictures in the home folder.",
            "",
            KnownSettings::wrongFolder);
    public static final Setting.Words PICTURE_NAME = new Setting.Words(
            "pictures.name",
            "Name of pictures",
            "{symbol}, {mode}, {time} (UTC) and {panel} stand for what is shown; a number follows where a file is there.",
            "{symbol}-{mode}-{time}-{panel}",
            KnownSettings::wrongName);

    public static final Setting.Switch HINT = new Setting.Switch(
            "start.hint", "Line of help", "Shows the first line of help, and the tour, under the top bar.", true);

    public static final String LOOK = "Look";
    public static final String MODEL = "Model";
    public static final String TIME = "Time and frames";
    public static final String STORAGE = "Storage";
    public static final String ACCOUNT = "Account";
    public static final String PICTURES = "Pictures";
    public static final String START = "Start and layout";

    /** What stands under one heading. */
    public record Group(String title, List<Setting<?>> settings) {}

    /** Every setting, in the order of the page. */
    public static final List<Group> GROUPS = List.of(
            new Group(LOOK, List.of(THEME, LIQUIDATION_SCALE, DEPTH_SCALE, INTERFACE_PERCENT)),
            new Group(MODEL, List.of(BASIS, DISCOUNT_PERCENT, WEEKEND, PROFILE, OWN_VENUE)),
            new Group(TIME, List.of(ZONE, FRAME_CAP, REST_WHEN_HIDDEN)),
            new Group(ACCOUNT, List.of(ACCOUNT_USD, RISK_BY_RULE, RISK_PERCENT)),
            new Group(PICTURES, List.of(PICTURE_FOLDER, PICTURE_NAME)),
            new Group(STORAGE, List.of(JOURNAL_GIGABYTES)),
            new Group(START, List.of(HINT)));

    private KnownSettings() {}

    /** At risk, discounted, expected. */
    public enum BasisChoice {
        AT_RISK("At risk"),
        DISCOUNTED("Discounted"),
        EXPECTED("Expected");

        private final String title;

        BasisChoice(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A venue, or none. */
    public enum OwnVenueChoice {
        NONE,
        BINANCE,
        BYBIT,
        OKX,
        BITGET,
        DYDX;

        public String title() {
            return this == NONE ? "The first" : Venue.valueOf(name()).title();
        }
    }

    static List<Setting<?>> all() {
        return GROUPS.stream()
                .<Setting<?>>flatMap(group -> group.settings().stream())
                .toList();
    }

    /** The zone that those words name. */
    public static ZoneId zone(String words) {
        return "system".equalsIgnoreCase(words) ? ZoneId.systemDefault() : ZoneId.of(words);
    }

    private static String wrongZone(String words) {
        try {
            zone(words);
            return "";
        } catch (DateTimeException e) {
            return "UTC, system, or a name such as Europe/Berlin";
        }
    }

    private static String wrongFolder(String words) {
        try {
            boolean whole = words.isEmpty() || java.nio.file.Path.of(words).isAbsolute();
            return whole ? "" : "a whole path, such as /home/me/charts, or nothing";
        } catch (java.nio.file.InvalidPathException e) {
            return "a path";
        }
    }

    private static String wrongName(String words) {
        String bare = words.replaceAll("\\{(symbol|mode|time|panel)}", "x");
        return bare.matches("[A-Za-z0-9_. -]{1,120}")
                ? ""
                : "letters, digits, - _ . and {symbol}, {mode}, {time}, {panel}";
    }

    private static String title(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
