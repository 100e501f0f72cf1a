package org.parasift.features;

import java.util.Arrays;
import org.parasift.token.Tokenizer;

/** On which of the fixed lists a word is: one look-up for all of them. */
final class ListedWords {
    /** Small words, which say nothing about the subject. */
    static final int SMALL = 1;

    static final int YOU = 2;
    /** Photographers, agencies, words for a picture. */
    static final int CREDIT = 4;
    /** The first group of cues; the others are the bits above. */
    static final int CUES = 3;

    private static final KeyTable TABLE;
    private static final short[] LISTS;

    static {
        String[] lists = new String[CUES + CueColumns.WORDS.length];
        lists[0] = Stems.SMALL;
        lists[1] = "you your yours yourself";
        lists[2] = "photo photos credit credits image images getty reuters afp ap";
        System.arraycopy(CueColumns.WORDS, 0, lists, CUES, CueColumns.WORDS.length);
        TABLE = KeyTable.of(Arrays.stream(lists)
                .flatMap(list -> Arrays.stream(list.split("\\s+", -1)))
                .mapToLong(Tokenizer::hash)
                .distinct()
                .sorted()
                .toArray());
        LISTS = new short[TABLE.size() + 1];
        for (int list = 0; list < lists.length; list++) {
            for (String word : lists[list].split("\\s+", -1)) {
                LISTS[TABLE.row(Tokenizer.hash(word)) + 1] |= (short) (1 << list);
            }
        }
    }

    private ListedWords() {}

    /** The lists that a word is on, by its hash; a bit each. */
    static int of(long hash) {
        return LISTS[TABLE.row(hash) + 1];
    }
}
