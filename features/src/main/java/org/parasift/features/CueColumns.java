package org.parasift.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * How often a paragraph uses the words by which sites speak for themselves rather than tell a story, in a few groups. What
 * is known of one site's prompts carries over to the next one's: they differ in wording, not in vocabulary.
 */
final class CueColumns {
    private static final String[] GROUPS = {
        "promo", "watch", "more", "credit", "author", "notice",
    };

    /** One line a group, in their order. */
    private static final String[] WORDS = {
        "subscribe subscriber subscribers subscription newsletter newsletters inbox email emails signup sign donate"
                + " donation support follow facebook twitter instagram join download app free join member membership"
                + " share comment comments click register login account offer trial delivered daily alerts",
        "watch watched video videos replay play playback media player listen podcast audio gallery slideshow photos"
                + " live stream clip loading embed transcript expand close",
        "read more related also see here story stories article articles continue continued below next previous"
                + " recommended trending popular latest top click link links full",
        "photo photos photograph photographs photographer image images picture credit courtesy getty reuters afp ap"
                + " file via illustration graphic caption source shutterstock epa upi",
        "author writer editor reporter correspondent columnist contributor contributed contributing fellow professor"
                + " writes written reporting edited editing book host staff follow teaches director by",
        "advertisement ad ads sponsored copyright rights reserved updated update published posted corrected correction"
                + " corrections editor's note version earlier terms privacy policy cookies reprinted permission"
                + " republished originally appeared opinions expressed views disclosure pm am est et gmt",
    };

    static final List<Column> COLUMNS = columns();

    private static final KeyTable TABLE;
    private static final int[] MASKS;

    static {
        long[] keys = Arrays.stream(WORDS)
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .mapToLong(Tokenizer::hash)
                .distinct()
                .sorted()
                .toArray();
        TABLE = KeyTable.of(keys);
        MASKS = new int[keys.length];
        for (int group = 0; group < WORDS.length; group++) {
            for (String word : WORDS[group].split(" ", -1)) {
                MASKS[TABLE.row(Tokenizer.hash(word))] |= 1 << group;
            }
        }
    }

    private CueColumns() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String group : GROUPS) {
            columns.add(Column.number("cues:" + group, 1, 2, 3));
            columns.add(Column.number("cues:" + group + "-share", 0.01, 0.05, 0.1, 0.25, 0.5));
        }
        columns.add(Column.number("cues:any-share", 0.01, 0.05, 0.1, 0.25, 0.5));
        return List.copyOf(columns);
    }

    static void fill(Page page, int paragraph, float[] into, int at) {
        Tokens tokens = page.tokens();
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        Arrays.fill(into, at, at + COLUMNS.size(), 0);
        int any = 0;
        for (int i = first; i < last; i++) {
            int row = TABLE.row(tokens.hash(i));
            if (row >= 0) {
                any++;
                for (int group = 0; group < GROUPS.length; group++) {
                    into[at + 2 * group] += MASKS[row] >> group & 1;
                }
            }
        }
        float words = Math.max(1, last - first);
        for (int group = 0; group < GROUPS.length; group++) {
            into[at + 2 * group + 1] = into[at + 2 * group] / words;
        }
        into[at + 2 * GROUPS.length] = any / words;
    }
}
