package org.parasift.bench.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.parasift.train.eval.Evaluation;

/**
 * Everything that a run has found.
 *
 * @param name of the verb, and of the files without their endings
 * @param title of the page
 * @param tables in the order of the page
 * @param hashes SHA-256 of the files that were read, by name
 * @param input what was read, in words
 */
public record QualityReport(
        String name, String title, List<Table> tables, SortedMap<String, String> hashes, String input) {
    public QualityReport {
        tables = List.copyOf(tables);
    }

    /**
     * The page.
     *
     * @param conditions name and value of what is to be known of the run
     * @param notes written by a person, in Markdown; may be empty
     */
    public String markdown(Map<String, String> conditions, String notes) {
        StringBuilder page = new StringBuilder("# ").append(title).append("\n\n");
        page.append("Made by `./parasift bench ")
                .append(name)
                .append("`; do not edit. What a person has to say stands in `");
        page.append(name).append("-notes.md` and is put in at the end.\n\n");
        conditions.forEach((name, value) ->
                page.append("- ").append(name).append(": ").append(value).append('\n'));
        page.append("- Input: ").append(input).append('\n');
        hashes.forEach((file, hash) -> page.append("- ")
                .append(file)
                .append(": SHA-256 ")
                .append(hash, 0, 16)
                .append("…\n"));
        tables.forEach(table -> page.append('\n').append(table.markdown()));
        if (!notes.isBlank()) {
            page.append("\n## Notes\n\n").append(notes.strip()).append('\n');
        }
        return page.toString();
    }

    /** The same figures for programs. */
    public String json(Map<String, String> conditions) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        ObjectNode run = json.putObject("run");
        conditions.forEach(run::put);
        run.put("Input", input);
        hashes.forEach(json.putObject("sha256")::put);
        var array = json.putArray("tables");
        tables.forEach(table -> array.add(table.json()));
        return Evaluation.text(json);
    }
}
