package io.faultline.ui;

import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key as people read it and as events match it.
 *
 * @param shown such as {@code Ctrl+K}
 * @param text what it types, for signs that lie elsewhere on other keyboards; empty to go by the codes alone
 */
record Key(String shown, Set<KeyCode> codes, boolean ctrl, boolean alt, boolean shift, String text) {
    /** The key alone. */
    static Key of(String shown, KeyCode... codes) {
        return new Key(shown, Set.of(codes), false, false, false, "");
    }

    static Key shift(String shown, KeyCode code) {
        return new Key("Shift+" + shown, Set.of(code), false, false, true, "");
    }

    static Key ctrl(String shown, KeyCode... codes) {
        return new Key("Ctrl+" + shown, Set.of(codes), true, false, false, "");
    }

    static Key alt(String shown, KeyCode... codes) {
        return new Key("Alt+" + shown, Set.of(codes), false, true, false, "");
    }

    /** A sign that may need Shift: by what it types, or by its place on a US keyboard. */
    static Key sign(String sign, KeyCode code, boolean shift) {
        return new Key(sign, Set.of(code), false, false, shift, sign);
    }

    boolean matches(KeyEvent event) {
        if (event.isShortcutDown() != ctrl || event.isAltDown() != alt) {
            return false;
        }
        if (!text.isEmpty() && text.equals(event.getText())) {
            return true;
        }
        boolean signWithShift = ctrl || alt; // Ctrl++ is Ctrl+Shift+= where the plus is a shifted key
        return codes.contains(event.getCode()) && (event.isShiftDown() == shift || signWithShift);
    }

    /** Whether a text field would take it for typing. */
    boolean isTyping() {
        boolean function = codes.stream().anyMatch(KeyCode::isFunctionKey) || codes.contains(KeyCode.ESCAPE);
        return !ctrl && !alt && !function;
    }
}
