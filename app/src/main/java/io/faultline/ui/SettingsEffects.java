package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.OwnVenue;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.Setting;
import io.faultline.ui.settings.Settings;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.text.Zone;
import io.faultline.ui.theme.Theme;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets what is set come true at once in every window that is open. JavaFX thread only. */
final class SettingsEffects implements SettingsControl.Listener {
    private final Supplier<List<WorkspaceWindow>> windows;
    private final OwnVenue own;

    SettingsEffects(Supplier<List<WorkspaceWindow>> windows, OwnVenue own) {
        this.windows = windows;
        this.own = own;
    }

    /** What must stand before the first window is made. */
    static void begin(Settings settings) {
        Theme.use(settings.get(KnownSettings.THEME));
        Zone.use(KnownSettings.zone(settings.get(KnownSettings.ZONE)));
    }

    /** A workspace's choices at its start. */
    static void begin(LiquidationControl control, Settings settings) {
        control.discount(settings.get(KnownSettings.DISCOUNT_PERCENT) / 100);
        control.basis(MassBasis.valueOf(settings.get(KnownSettings.BASIS).name()));
        control.weekendCounts(settings.get(KnownSettings.WEEKEND));
        control.distancesOf(settings.get(KnownSettings.PROFILE));
    }

    /** A session that runs live reads paths by the discount that is set; a replay by what its journal holds. */
    static void begin(Session session, Settings settings) {
        if (session.mode() != Session.Mode.REPLAY) {
            discount(session, settings);
        }
    }

    private static void discount(Session session, Settings settings) {
        double share = settings.get(KnownSettings.DISCOUNT_PERCENT) / 100;
        if (session.rules().discount() != share) {
            session.rules(session.rules().withDiscount(share));
        }
    }

    /** The user's own venue; null for none. */
    static @Nullable Venue ownVenue(Settings settings) {
        KnownSettings.OwnVenueChoice choice = settings.get(KnownSettings.OWN_VENUE);
        return choice == KnownSettings.OwnVenueChoice.NONE ? null : Venue.valueOf(choice.name());
    }

    /** How that venue is set. */
    static KnownSettings.OwnVenueChoice choice(@Nullable Venue venue) {
        return venue == null ? KnownSettings.OwnVenueChoice.NONE : KnownSettings.OwnVenueChoice.valueOf(venue.name());
    }

    @Override
    public void changed(Settings before, Settings after) {
        boolean theme = differs(KnownSettings.THEME, before, after);
        boolean zone = differs(KnownSettings.ZONE, before, after);
        if (theme) {
            Theme.use(after.get(KnownSettings.THEME));
        }
        if (zone) {
            Zone.use(KnownSettings.zone(after.get(KnownSettings.ZONE)));
        }
        if (differs(KnownSettings.OWN_VENUE, before, after)) {
            own.choose(ownVenue(after));
        }
        for (WorkspaceWindow window : windows.get()) {
            window.scaleTo(after.get(KnownSettings.INTERFACE_PERCENT));
            for (Workspace workspace : window.tabs().all()) {
                if (theme || zone) {
                    workspace.layout().makeAnew();
                }
                workspace.alarms().hint(after.get(KnownSettings.HINT));
                apply(workspace.axes().liquidations(), before, after);
                if (differs(KnownSettings.DISCOUNT_PERCENT, before, after)) {
                    discount(workspace.session(), after);
                }
            }
        }
    }

    private static void apply(LiquidationControl control, Settings before, Settings after) {
        if (differs(KnownSettings.DISCOUNT_PERCENT, before, after)) {
            control.discount(after.get(KnownSettings.DISCOUNT_PERCENT) / 100);
        }
        if (differs(KnownSettings.WEEKEND, before, after)) {
            control.weekendCounts(after.get(KnownSettings.WEEKEND));
        }
        if (differs(KnownSettings.BASIS, before, after)) {
            control.basis(MassBasis.valueOf(after.get(KnownSettings.BASIS).name()));
        }
        if (differs(KnownSettings.PROFILE, before, after) && control.timeframe() != after.get(KnownSettings.PROFILE)) {
            control.timeframe(after.get(KnownSettings.PROFILE));
        }
    }

    private static boolean differs(Setting<?> setting, Settings before, Settings after) {
        return !before.get(setting).equals(after.get(setting));
    }
}
