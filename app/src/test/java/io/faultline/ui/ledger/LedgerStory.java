package io.faultline.ui.ledger;

import io.faultline.desk.LedgerView;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LevelSample;
import io.faultline.ledger.PathLines;
import io.faultline.ledger.ReachRecord;
import io.faultline.ledger.Receipt;
import io.faultline.ledger.Scoreboard;
import io.faultline.ledger.SideFlow;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.ReportFeed;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.ArrayList;
import java.util.List;

/** Made-up ledgers. */
public final class LedgerStory {
    /** 12 May 2026 14:26:05 UTC. */
    public static final long NOW = 1_778_595_965_000L;

    private static final long HOUR = 3_600_000L;

    private LedgerStory() {}

    /** A cluster of 144 M that price touched so long ago and passed after 70 s. */
    public static Receipt receipt(String name, long secondsAgo, double reportedUsd, ReportFeed feed) {
        long at = NOW - secondsAgo * 1_000;
        boolean whole = secondsAgo >= 1_800;
        return new Receipt(
                7,
                name,
                PositionSide.LONG,
                at,
                102_750,
                102_750,
                102_449,
                102_600,
                144e6,
                12.8e9,
                SizeBand.MODERATE,
                91.8e6,
                63.1e6,
                119e6,
                at - 32_000,
                new PathLines(PathState.HOLLOW, 1, 19.2e6, .18, 1.2, 88.4e6, .82),
                null,
                4.2,
                true,
                feed,
                140e6,
                reportedUsd,
                102_610,
                whole || secondsAgo > 70 ? at + 70_000 : 0,
                0,
                -.011,
                whole);
    }

    private static ReachRecord reach(int id, boolean touched, PathState path) {
        long at = NOW - 26 * HOUR + id * 60_000L;
        return new ReachRecord(
                id,
                "L" + id,
                PositionSide.LONG,
                ReachRecord.Basis.SHOWN,
                at,
                100_000,
                99_000,
                98_500,
                90e6,
                12e9,
                6e6,
                SizeBand.MODERATE,
                DistanceBand.ACTIONABLE,
                path,
                FundingFlag.NEUTRAL,
                touched ? at + 2 * HOUR : 0,
                touched ? ReachRecord.Outcome.THROUGH : ReachRecord.Outcome.UNTOUCHED);
    }

    private static LevelSample level(int number, boolean moved) {
        long at = NOW - 26 * HOUR + number * 600_000L;
        double far = moved ? .02 : .002;
        return new LevelSample(at, 100_000, 100_500, 99_500, 100_100, 99_900, 100_000 * (1 + far), 100_000 * (1 - far));
    }

    /** Of that many clusters so many were touched; of random levels at the same distance half were. */
    public static LedgerView reached(int clusters, int touched) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < clusters; i++) {
            entries.add(reach(i, i * touched / clusters != (i + 1) * touched / clusters, PathState.UNKNOWN));
        }
        for (int i = 0; i < 40; i++) {
            entries.add(level(i, i % 2 == 0));
        }
        return view(entries, List.of(), List.of(), List.of());
    }

    /** Price is inside one cluster and has been in another. */
    public static LedgerView touched() {
        Receipt open = receipt("L2", 60, 3.1e6, ReportFeed.THROTTLED);
        Receipt whole = receipt("L1", 7_200, 12.1e6, ReportFeed.THROTTLED);
        return view(List.of(whole), List.of(), List.of(open), List.of(whole));
    }

    /** That many spans of five minutes in which as much was reported as was expected. */
    public static LedgerView calibrated(int spans) {
        List<FlowRecord> flows = new ArrayList<>();
        SideFlow none = new SideFlow(0, ForcedFlow.NONE, 0, 0, 0);
        for (int i = 0; i < spans; i++) {
            ForcedFlow expected = new ForcedFlow(50_000, 4e8);
            double reported = i % 5 == 0 ? 10_000 : 50_000;
            SideFlow longs = new SideFlow(1e6, expected, reported, 0, 0);
            flows.add(new FlowRecord(
                    Venue.BYBIT, NOW - (spans - i) * 300_000L, 300, 1e5, 1e5, 1e5, 1e5, 1e6, 0, longs, none));
        }
        return view(List.of(), flows, List.of(), List.of());
    }

    private static LedgerView view(
            List<LedgerEntry> entries, List<FlowRecord> flows, List<Receipt> open, List<Receipt> receipts) {
        return new LedgerView(
                new LedgerView.Epoch("m1-0a1b2c3d", 0, 0),
                true,
                NOW - 26 * HOUR,
                Scoreboard.of(entries, DistanceProfile.NARROW),
                FlowCalibration.of(flows),
                open,
                receipts,
                12,
                0,
                "");
    }
}
