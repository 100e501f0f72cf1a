package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.List;
import org.parasift.classify.Model;
import org.parasift.train.corpus.Corpus;

/** Whether a model has seen the data that it is scored on. */
public final class TrainedOn {
    private static final String HASH = "data.sha256.";

    private TrainedOn() {}

    /** The files of a corpus that the model's manifest says it was trained on; sorted. Copies of single rows go unseen. */
    public static List<String> files(Model model, Corpus corpus) {
        List<String> seen = new ArrayList<>();
        corpus.hashes().forEach((file, hash) -> {
            boolean known = model.manifest().entrySet().stream()
                    .anyMatch(entry ->
                            entry.getKey().startsWith(HASH) && entry.getValue().equals(hash));
            if (known) {
                seen.add(file);
            }
        });
        return List.copyOf(seen);
    }
}
