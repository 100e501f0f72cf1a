package org.parasift.features;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * An article laid open: chars, paragraphs and tokens in flat columns, and what families need to know of all paragraphs
 * at once. Reusable and owned by one thread; a page in use stops allocating.
 */
public final class Page {
    private char[] text = new char[4096];
    private int length;
    private int paragraphs;
    private int[] start = new int[64];
    private int[] end = new int[64];
    private int[] block = new int[64];
    private int[] first = new int[65];
    private final Tokens ownTokens = new Tokens();
    private Tokens tokens = ownTokens;
    private @Nullable TokenizedArticle source;

    private final Lines lines = new Lines();
    private boolean linesRead;
    private final PageWords words = new PageWords();
    private boolean wordsRead;
    private final ShapeScan shapeScan = new ShapeScan();
    private final Repeats repeats = new Repeats();
    private boolean repeatsFound;
    private @Nullable FeatureExtractor reader;
    private final TextScoring scoring = new TextScoring();
    private boolean scored;
    private final Content content = new Content();
    private boolean contentRead;
    private final WordTies wordTies = new WordTies();
    private boolean wordTiesFound;
    private final MeaningTies meaningTies = new MeaningTies();
    private boolean meaningTiesFound;
    private final PassageTies passages = new PassageTies();
    private boolean passagesFound;

    /** An empty page. */
    public Page() {}

    /** Lays open an article that has been tokenized. Does nothing if it is the same object as last time. */
    public void open(TokenizedArticle tokenized) {
        if (source == tokenized) {
            return;
        }
        layOut(tokenized.article());
        tokens = tokenized.tokens();
        for (int p = 0; p < paragraphs; p++) {
            first[p] = tokenized.first(p);
            first[p + 1] = tokenized.end(p);
        }
        source = tokenized;
    }

    /** Lays open an article. */
    public void open(Article article, Tokenizer tokenizer) {
        layOut(article);
        tokens = ownTokens;
        tokens.clear();
        for (int p = 0; p < paragraphs; p++) {
            first[p] = tokens.size();
            tokenizer.tokenize(text, start[p], end[p], tokens);
        }
        first[paragraphs] = tokens.size();
    }

    /** Lays open a plain text as an article of one paragraph; blank text too is one. */
    public void open(String plain, Tokenizer tokenizer) {
        reset(plain.length(), 1);
        plain.getChars(0, length, text, 0);
        openOne(tokenizer);
    }

    /** The same of chars in an array. */
    public void open(char[] chars, int from, int to, Tokenizer tokenizer) {
        reset(to - from, 1);
        System.arraycopy(chars, from, text, 0, length);
        openOne(tokenizer);
    }

    private void openOne(Tokenizer tokenizer) {
        start[0] = 0;
        end[0] = length;
        block[0] = 0;
        tokens = ownTokens;
        tokens.clear();
        tokenizer.tokenize(text, 0, length, tokens);
        first[0] = 0;
        first[1] = tokens.size();
    }

    /** The number of paragraphs. */
    public int paragraphs() {
        return paragraphs;
    }

    char[] text() {
        return text;
    }

    int start(int paragraph) {
        return start[paragraph];
    }

    int end(int paragraph) {
        return end[paragraph];
    }

    int block(int paragraph) {
        return block[paragraph];
    }

    Tokens tokens() {
        return tokens;
    }

    /** The row of the first token of a paragraph. */
    int first(int paragraph) {
        return first[paragraph];
    }

    /** The row after the last token of a paragraph. */
    int last(int paragraph) {
        return first[paragraph + 1];
    }

    /** How each paragraph looks; read at the first call. */
    Lines lines() {
        if (!linesRead) {
            lines.read(this);
            linesRead = true;
        }
        return lines;
    }

    /** The different words; numbered at the first call. */
    PageWords words() {
        if (!wordsRead) {
            words.read(tokens);
            wordsRead = true;
        }
        return words;
    }

    /** Room for counting how a paragraph looks. */
    ShapeScan shapeScan() {
        return shapeScan;
    }

    /** What each paragraph repeats; found at the first call. */
    Repeats repeats() {
        if (!repeatsFound) {
            repeats.find(this);
            repeatsFound = true;
        }
        return repeats;
    }

    /** Says by which extractor the page is read from now on; what another has found is forgotten. */
    void readBy(FeatureExtractor extractor) {
        if (reader != extractor) {
            reader = extractor;
            forgetLearned();
        }
    }

    /** The text scores of each paragraph; found at the first call. */
    TextScoring scoring() {
        if (!scored) {
            scoring.score(this, Objects.requireNonNull(reader));
            scored = true;
        }
        return scoring;
    }

    /** The content words; read at the first call. */
    Content content() {
        if (!contentRead) {
            content.read(this, knowledge().lexicon().orElse(null));
            contentRead = true;
        }
        return content;
    }

    /** How words tie the paragraphs together; found at the first call. */
    WordTies wordTies() {
        if (!wordTiesFound) {
            wordTies.find(this);
            wordTiesFound = true;
        }
        return wordTies;
    }

    /** How meanings tie the paragraphs together; found at the first call. */
    MeaningTies meaningTies() {
        if (!meaningTiesFound) {
            meaningTies.find(this, knowledge().lexicon().orElseThrow());
            meaningTiesFound = true;
        }
        return meaningTies;
    }

    /** The passages that have least in common with the rest; found at the first call. */
    PassageTies passages() {
        if (!passagesFound) {
            passages.find(this);
            passagesFound = true;
        }
        return passages;
    }

    /** What the families have learned. */
    Knowledge knowledge() {
        return reader == null ? Knowledge.NONE : reader.knowledge();
    }

    /** Forgets what depends on knowledge. */
    private void forgetLearned() {
        scored = false;
        repeatsFound = false;
        contentRead = false;
        wordTiesFound = false;
        meaningTiesFound = false;
        passagesFound = false;
    }

    private void layOut(Article article) {
        reset(article.text().length(), article.paragraphs().size());
        article.text().getChars(0, length, text, 0);
        for (int p = 0; p < paragraphs; p++) {
            Paragraph paragraph = article.paragraphs().get(p);
            start[p] = paragraph.start();
            end[p] = paragraph.end();
            block[p] = paragraph.block();
        }
    }

    private void reset(int newLength, int newParagraphs) {
        source = null;
        linesRead = false;
        wordsRead = false;
        forgetLearned();
        length = newLength;
        if (text.length < length) {
            text = new char[Math.max(length, 2 * text.length)];
        }
        paragraphs = newParagraphs;
        if (start.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * start.length);
            start = Arrays.copyOf(start, capacity);
            end = Arrays.copyOf(end, capacity);
            block = Arrays.copyOf(block, capacity);
            first = Arrays.copyOf(first, capacity + 1);
        }
    }
}
