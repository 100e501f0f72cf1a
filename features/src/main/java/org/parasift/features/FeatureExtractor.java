package org.parasift.features;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parasift.features.FeatureFamily.Bag;
import org.parasift.features.FeatureFamily.Columns;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.token.Token;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;

/** A compiled recipe. Immutable and thread-safe; what it writes into is owned by the caller's thread. */
public final class FeatureExtractor {
    private final FeatureRecipe recipe;
    private final Tokenizer tokenizer;
    private final @Nullable Idf idf;
    private final Knowledge knowledge;
    private final @Nullable TextScorer scorer;
    private final Bag[] bags;
    private final Columns[] columnFamilies;
    private final int[] firstColumn;
    private final Column[] columns;

    FeatureExtractor(FeatureRecipe recipe, Knowledge knowledge) {
        this.recipe = recipe;
        this.idf = recipe.weighting().idf() ? knowledge.idf().orElse(null) : null;
        this.tokenizer = recipe.tailorings().isEmpty() ? Tokenizer.standard() : Tokenizer.with(recipe.tailorings());
        this.knowledge = knowledge;
        this.scorer = knowledge.scorer().orElse(null);
        List<Column> all = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        List<Bag> bagList = new ArrayList<>();
        List<Columns> columnsList = new ArrayList<>();
        for (FeatureFamily family : recipe.families()) {
            if (family instanceof Bag bag) {
                bagList.add(bag);
            } else if (family instanceof Columns some) {
                columnsList.add(some);
                firsts.add(all.size());
                all.addAll(some.columns());
                some.requireKnowledge(knowledge);
            }
        }
        this.bags = bagList.toArray(Bag[]::new);
        this.columnFamilies = columnsList.toArray(Columns[]::new);
        this.firstColumn = firsts.stream().mapToInt(Integer::intValue).toArray();
        this.columns = all.toArray(Column[]::new);
    }

    /** What is extracted. */
    public FeatureRecipe recipe() {
        return recipe;
    }

    /** The tokenizer that the recipe names. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /**
     * The features of one paragraph: first those of the bags, weighted, then a flag for each cut a column's number is
     * below. {@code into} is cleared first.
     */
    public void extract(Page page, int paragraph, FeatureVector into) {
        bags(page, paragraph, into);
        if (columns.length > 0) {
            float[] numbers = into.columns(columns.length);
            fill(page, paragraph, numbers);
            for (int i = 0; i < columns.length; i++) {
                columns[i].flags(numbers[i], into);
            }
        }
    }

    /** The weighted features of the bag families only. */
    public void bags(Page page, int paragraph, FeatureVector into) {
        into.clear();
        for (Bag bag : bags) {
            bag.count(page, paragraph, into);
        }
        weigh(into);
    }

    /** Weighs counts. */
    void weigh(FeatureVector into) {
        into.weigh(recipe.weighting(), idf);
    }

    /** The family of words if it is the only bag and {@link WordBag} can count it. */
    @Nullable
    WordGrams onlyWords() {
        return bags.length == 1 && bags[0] instanceof WordGrams words && WordBag.counts(words) ? words : null;
    }

    /** The same as {@link #extract(Page, int, FeatureVector)} of a tokenized article. */
    public void extract(TokenizedArticle article, int paragraph, FeatureVector into) {
        Page page = into.page();
        page.open(article);
        extract(page, paragraph, into);
    }

    /** The names of all features that {@link #extract(Page, int, FeatureVector)} may give for a paragraph. */
    public void extract(Page page, int paragraph, FeatureNames names) {
        List<String> words = new ArrayList<>();
        String text = new String(page.text(), page.start(paragraph), page.end(paragraph) - page.start(paragraph));
        for (Token token : tokenizer.tokenize(text)) {
            words.add(token.text());
        }
        for (Bag bag : bags) {
            bag.names(page, paragraph, words, names);
        }
        for (Column column : columns) {
            column.names(names);
        }
    }

    /** The same of a tokenized article. */
    public void extract(TokenizedArticle article, int paragraph, FeatureNames names) {
        Page page = new Page();
        page.open(article);
        extract(page, paragraph, names);
    }

    /** The names of the columns of all families, in the order of {@link #fill}. */
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            names.add(column.name());
        }
        return names;
    }

    /** Writes the numbers of a paragraph, in the order of {@link #columns()}, as trees read them. */
    public void fill(Page page, int paragraph, float[] into) {
        page.readBy(this);
        for (int i = 0; i < columnFamilies.length; i++) {
            columnFamilies[i].fill(page, paragraph, into, firstColumn[i]);
        }
    }

    @Nullable
    TextScorer scorer() {
        return scorer;
    }

    Knowledge knowledge() {
        return knowledge;
    }
}
