package org.parasift.features;

import java.util.List;

/** What a paragraph has in common with its article, by its content words. */
final class CohesionColumns {
    static final List<Column> COLUMNS = List.of(
            Column.number("cohesion:share", 0.1, 0.2, 0.3, 0.4, 0.6),
            Column.number("cohesion:share-unweighted", 0.1, 0.2, 0.3, 0.4, 0.6),
            Column.number("cohesion:names-share", 0, 0.01, 0.34, 0.67, 1),
            Column.number("cohesion:names", 1, 2, 4, 8),
            Column.number("cohesion:mean-idf", 3, 4, 5, 6),
            Column.number("cohesion:new", 10, 20, 40, 80),
            Column.number("cohesion:before", 0.05, 0.1, 0.2, 0.4),
            Column.number("cohesion:after", 0.05, 0.1, 0.2, 0.4),
            Column.number("cohesion:three-before", 0.05, 0.1, 0.2, 0.4),
            Column.number("cohesion:three-after", 0.05, 0.1, 0.2, 0.4),
            Column.number("cohesion:first", 0.05, 0.1, 0.2, 0.4),
            Column.number("cohesion:outside", 0.05, 0.1, 0.2, 0.4),
            Column.number("cohesion:relative", -0.3, -0.2, -0.1, 0, 0.1),
            Column.number("cohesion:article", 0.2, 0.3, 0.4, 0.5),
            Column.number("cohesion:neighbours", -0.3, -0.2, -0.1, 0, 0.1));

    private CohesionColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        Content content = page.content();
        WordTies ties = page.wordTies();
        int own = content.isProse(paragraph) ? 1 : 0;
        int words = content.end(paragraph) - content.first(paragraph);
        int names = 0;
        int namesElsewhere = 0;
        int elsewhere = 0;
        double idf = 0;
        double fresh = 0;
        double before = 0;
        double after = 0;
        double threeBefore = 0;
        double threeAfter = 0;
        double first = 0;
        for (int i = content.first(paragraph); i < content.end(paragraph); i++) {
            int word = content.word(i);
            int notElsewhere = own - content.proseParagraphs(word); // negative if prose elsewhere has it
            float weight = content.idf(word);
            idf += weight;
            elsewhere += notElsewhere >>> 31;
            fresh += WordTies.ifNegative(~notElsewhere, weight);
            int last = content.paragraphBefore(i);
            int next = content.paragraphAfter(i);
            before += WordTies.ifNegative(paragraph - 2 - last, weight);
            after += WordTies.ifNegative(next - 2 - paragraph, weight);
            threeBefore += WordTies.ifNegative(paragraph - 4 - last, weight);
            threeAfter += WordTies.ifNegative(next - 4 - paragraph, weight);
            first += WordTies.ifNegative(content.firstParagraph(word) - 1, weight);
            if (content.name(i)) {
                names++;
                namesElsewhere += notElsewhere >>> 31;
            }
        }
        into[at++] = ties.share(paragraph);
        into[at++] = words == 0 ? 0.3f : (float) elsewhere / words;
        into[at++] = names == 0 ? -0.5f : (float) namesElsewhere / names;
        into[at++] = names;
        into[at++] = words == 0 ? 0 : (float) (idf / words);
        into[at++] = (float) fresh;
        into[at++] = WordTies.share(before, idf);
        into[at++] = WordTies.share(after, idf);
        into[at++] = WordTies.share(threeBefore, idf);
        into[at++] = WordTies.share(threeAfter, idf);
        into[at++] = paragraph == 0 ? 1 : WordTies.share(first, idf);
        into[at++] = ties.outside(paragraph);
        into[at++] = ties.share(paragraph) - ties.median();
        into[at++] = ties.median();
        into[at] = ties.neighbours(page, paragraph);
    }
}
