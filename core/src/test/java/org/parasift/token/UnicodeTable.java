package org.parasift.token;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UProperty.NameChoice;
import com.ibm.icu.lang.UScript;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Makes the file that {@link Characters} reads, from ICU4J's Unicode 17. */
final class UnicodeTable {
    private static final int CODE_POINTS = Character.MAX_CODE_POINT + 1;

    private UnicodeTable() {}

    static byte[] make() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] indexes = new int[CODE_POINTS];
        List<Integer> palette = new ArrayList<>();
        for (int c = 0; c < CODE_POINTS; c++) {
            int properties =
                    content(c) << Characters.CONTENT_SHIFT | wordClass(c).ordinal();
            int index = palette.indexOf(properties);
            if (index < 0) {
                index = palette.size();
                palette.add(properties);
            }
            indexes[c] = index;
        }
        varint(out, palette.size());
        for (int properties : palette) {
            varint(out, properties & Characters.CLASS_MASK);
            varint(out, properties >>> Characters.CONTENT_SHIFT);
        }
        for (int from = 0; from < CODE_POINTS; ) {
            int to = from;
            while (to < CODE_POINTS && indexes[to] == indexes[from]) {
                to++;
            }
            varint(out, to - from);
            varint(out, indexes[from]);
            from = to;
        }
        folds(out);
        return out.toByteArray();
    }

    private static void folds(ByteArrayOutputStream out) {
        List<Integer> changed = new ArrayList<>();
        for (int c = 0; c < CODE_POINTS; c++) {
            if (UCharacter.toLowerCase(c) != c) {
                changed.add(c);
            }
        }
        varint(out, changed.size());
        int before = 0;
        for (int c : changed) {
            int difference = UCharacter.toLowerCase(c) - c;
            varint(out, c - before);
            varint(out, difference << 1 ^ difference >> 31);
            before = c;
        }
    }

    static WordClass wordClass(int c) {
        int value = UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK);
        String name = UCharacter.getPropertyValueName(UProperty.WORD_BREAK, value, NameChoice.LONG);
        boolean pictograph = UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC);
        return switch (name) {
            case "Other" -> pictograph ? WordClass.PICTOGRAPH : tailored(c);
            case "ALetter" -> pictograph ? WordClass.LETTER_PICTOGRAPH : WordClass.ALETTER;
            case "Double_Quote" -> WordClass.DOUBLE_QUOTE;
            case "ExtendNumLet" -> WordClass.EXTEND_NUM_LET;
            case "MidNumLet" -> WordClass.MID_NUM_LET;
            case "MidLetter" -> WordClass.MID_LETTER;
            case "MidNum" -> WordClass.MID_NUM;
            case "WSegSpace" -> WordClass.W_SEG_SPACE;
            default -> WordClass.valueOf(name.toUpperCase(java.util.Locale.ROOT));
        };
    }

    private static WordClass tailored(int c) {
        return switch (c) {
            case '-', 0x2010, 0x2011 -> WordClass.HYPHEN;
            case '`', 0xB4 -> WordClass.ACCENT;
            default -> WordClass.OTHER;
        };
    }

    static int content(int c) {
        WordClass wordClass = wordClass(c);
        int content = 0;
        if (wordClass.isSkipped()) {
            return c == 0xFE0F ? Content.EMOJI_STYLE : 0;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION)) {
            content |= Content.EMOJI;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.EMOJI)) {
            content |= Content.TEXT_EMOJI;
        }
        return content | letterOrDigit(c, wordClass);
    }

    private static int letterOrDigit(int c, WordClass wordClass) {
        int script = UScript.getScript(c);
        if (wordClass.isLetter()) {
            return script == UScript.HANGUL ? Content.HANGUL : Content.LETTER;
        }
        if (wordClass == WordClass.KATAKANA) {
            return Content.KATAKANA;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC)) {
            return Content.IDEOGRAPH;
        }
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER -> script == UScript.HIRAGANA ? Content.HIRAGANA : Content.LETTER;
            case UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER -> Content.DIGIT;
            default -> 0;
        };
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
