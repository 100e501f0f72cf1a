package org.parasift.token;

import java.util.random.RandomGenerator;

/** Texts that are hard to segment: few characters of every class, so that the rare rules meet each other often. */
final class RandomText {
    /** Every Word_Break class, several of some, both planes, lone surrogates, and what the fast lanes care for. */
    private static final String[] HARD = {
        "a",
        "B",
        "é",
        "ш",
        "\u02BC",
        "\uD801\uDC00",
        "1",
        "٣",
        "\uD835\uDFCE",
        "_",
        "\u203F",
        "'",
        "\u2019",
        "\"",
        ".",
        ",",
        ":",
        ";",
        "\u00B7",
        "\u05F3",
        "\u05D0",
        "\u05E9",
        "\u30AB",
        "\u30FC",
        "\uFF76",
        "\uFF9E",
        "\u3042",
        "\u6F22",
        "\uD840\uDC0B",
        "\uAC00",
        "\u1100",
        "\u1161",
        "\u0E01",
        "\u0E31",
        "\u0301",
        "\u0308",
        "\uFE0F",
        "\u20E3",
        "\u200D",
        "\u200C",
        "\u00AD",
        "\u2060",
        "\u0600",
        "\uD83D\uDE00",
        "\uD83D\uDC68",
        "\uD83C\uDFFB",
        "\u2764",
        "\u00A9",
        "\u24C2",
        "\uD83C\uDD70",
        "\uD83C\uDDE6",
        "\uD83C\uDDFF",
        "\uDB40\uDC67",
        "\r",
        "\n",
        "\u2028",
        "\u0085",
        " ",
        "\u3000",
        "\u00A0",
        "\t",
        "-",
        "\u2010",
        "\u00B4",
        "`",
        "/",
        "@",
        "#",
        "*",
        "\u2014",
        "\u201C",
        "\uD800",
        "\uDC00",
        "\uFFFD",
        "\u0000",
        "\uFEFF",
        "\u0950",
        "\u093F",
        "\u00AA",
        "\u00BD",
        "\u2460",
        "\u2167"
    };

    /** What most text is made of. */
    private static final String[] PLAIN = {
        "a", "b", "S", "t", "o", "1", "2", " ", " ", " ", ".", ",", "'", "\u2019", "-"
    };

    /** Letters of one script each, as they stand in books, and what stands between them. */
    private static final String[] SCRIPTS = {
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗЯЇїЄєҐґЉљЏџѲ",
        "αβγδεζηθικλμνξοπρσςτυφχψωΑΒΓΔΣΩάέήΐώϋ",
        "aebcduäöüßéèêëàâçñåøæÄÖÜÉÈÀÇÑÅØÆÿþð",
        "aelozłąćęńśźżčďěňřšťůžőűğışțșđħŁŠŽİĲŉſƏẞắỹ",
        "աբգդեზთიკლმ"
    };

    private static final String[] BETWEEN = {
        " ", " ", " ", " ", " ", "\n", "\u00A0", ".", ",", "'", "-", "\u2019", "\u02BC", "\u00B7", "\u2026", "\u00AB",
        "\u00BB", "\u2014", "1", "20", "\u0663", "_", "\u203F", "a", "The", "\u00B4", "`", ":", "\u055F", "\u037E",
        "\u0482", "\u00D7", "\u00B5", "\u00B2"
    };

    /** What addresses and abbreviations are made of. */
    private static final String[] PARTS = {
        "U.S", "e.g.", "www.", "http://", "://", "bbc.com", ".", "/", "@", "#", "a", "(", ")", "-", "_", "5", "?q=",
        "ш", " "
    };

    private RandomText() {}

    static String hard(RandomGenerator random, int maxCharacters) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(maxCharacters + 1); n > 0; n--) {
            text.append(HARD[random.nextInt(HARD.length)]);
        }
        return text.toString();
    }

    /** Mostly plain characters, now and then a hard one; the share differs from text to text. */
    static String mixed(RandomGenerator random, int maxCharacters) {
        StringBuilder text = new StringBuilder();
        int rarity = 2 + random.nextInt(100);
        for (int n = random.nextInt(maxCharacters + 1); n > 0; n--) {
            String[] from = random.nextInt(rarity) > 0 ? PLAIN : random.nextBoolean() ? HARD : PARTS;
            text.append(from[random.nextInt(from.length)]);
        }
        return text.toString();
    }

    /** Words of one script, of usual length, now and then a hard character; the longer texts fill several blocks. */
    static String script(RandomGenerator random, int maxWords) {
        StringBuilder text = new StringBuilder();
        String letters = SCRIPTS[random.nextInt(SCRIPTS.length)];
        int rarity = 2 + random.nextInt(60);
        for (int n = random.nextInt(maxWords + 1); n > 0; n--) {
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String[] from = random.nextInt(rarity) > 0 ? BETWEEN : HARD;
            text.append(from[random.nextInt(from.length)]);
        }
        return text.toString();
    }

    /** For messages: the code points, in hexadecimal where they would not show. */
    static String show(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.append(c > ' ' && c < 0x7F ? " " + (char) c : " %04X".formatted(c)));
        return shown.toString();
    }
}
