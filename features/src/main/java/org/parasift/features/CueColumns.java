package org.parasift.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often a paragraph uses the words by which sites speak for themselves rather than tell a story, in a few groups. What
 * is known of one site's prompts carries over to the next one's: they differ in wording, not in vocabulary.
 */
final class CueColumns {
    private static final String[] GROUPS = {
        "promo", "watch", "more", "credit", "author", "notice",
    };

    /** One line a group, in their order. */
    static final String[] WORDS = {
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
        PageWords pageWords = page.words();
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        Arrays.fill(into, at, at + COLUMNS.size(), 0);
        int any = 0;
        for (int i = first; i < last; i++) {
            int cues = pageWords.lists(pageWords.at(i)) >> ListedWords.CUES;
            if (cues != 0) {
                any++;
                for (int group = 0; group < GROUPS.length; group++) {
                    into[at + 2 * group] += cues >> group & 1;
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
