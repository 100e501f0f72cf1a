package org.parasift.bench.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.LabelTable;
import org.parasift.train.eval.Prediction;
import org.parasift.train.news.LabelFiles;

/**
 * Which of the labelled files an article stands in: figures are told for each of them.
 *
 * @param of the set's name by the article's id
 * @param names of the sets, the main one first
 */
public record Sets(Map<String, String> of, List<String> names) {
    /** Articles on geopolitics: what the figures are about. */
    static final String DEV = "articles-dev";

    /** Articles on other subjects. */
    static final String OTHER = "articles-other";

    private static final Set<String> ON_SUBJECT = Set.of(DEV, "articles", "geopolitics");

    public Sets {
        of = Map.copyOf(of);
        names = List.copyOf(names);
    }

    static Sets read(Path folder, LabelFiles labels) throws IOException {
        Map<String, String> of = new LinkedHashMap<>();
        LinkedHashMap<String, Boolean> names = new LinkedHashMap<>();
        for (String name : List.of(DEV, OTHER)) {
            names.put(name, true);
            CorpusReader.readCsv(folder.resolve(name + ".csv"), CsvColumns.USUAL)
                    .articles()
                    .forEach(article -> of.putIfAbsent(article.id(), name));
        }
        for (Path file : labels.paragraphs()) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
            names.put(name, true);
            LabelTable.read(file).rows().forEach(row -> of.putIfAbsent(row.article(), name));
        }
        return new Sets(of, List.copyOf(names.keySet()));
    }

    /** Whether the labels of a set are those of geopolitics; else they say what belongs to the story, whatever it is about. */
    static boolean isOnSubject(String set) {
        return ON_SUBJECT.contains(set);
    }

    boolean isOnSubject(Example row) {
        return isOnSubject(of.getOrDefault(row.article().id(), ""));
    }

    boolean has(String set, Example row) {
        return set.equals(of.get(row.article().id()));
    }

    /** The predictions for rows of a set. */
    List<Prediction> only(String set, List<Prediction> predictions) {
        return predictions.stream()
                .filter(prediction -> has(set, prediction.example()))
                .toList();
    }
}
