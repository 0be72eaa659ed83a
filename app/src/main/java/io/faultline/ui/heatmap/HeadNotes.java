package io.faultline.ui.heatmap;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The words of the second head: what is shown, what is wrong with it, what it rests on. The tooltip has all of them. */
record HeadNotes(String what, String trouble, String source, List<String> all) {
    HeadNotes {
        all = List.copyOf(all);
    }

    /** Words that come before all trouble, and what they mean. */
    record Badge(String words, String meaning) {}

    HeadNotes first(Badge badge) {
        List<String> more = new ArrayList<>(all);
        more.add(0, badge.meaning());
        String after = trouble.isEmpty() ? "" : " · " + trouble;
        return new HeadNotes(what, badge.words() + after, source, more);
    }

    void show(Label whatLabel, Label troubleLabel, Label sourceLabel) {
        set(whatLabel, what);
        set(troubleLabel, trouble);
        set(sourceLabel, source);
        String words = String.join("\n", all);
        for (Label label : List.of(whatLabel, troubleLabel, sourceLabel)) {
            Tooltip tooltip = label.getTooltip();
            if (tooltip == null) {
                label.setTooltip(new Tooltip(words));
            } else if (!words.equals(tooltip.getText())) {
                tooltip.setText(words);
            }
        }
    }

    private static void set(Label label, String words) {
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
    }
}
