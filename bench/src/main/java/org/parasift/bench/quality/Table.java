package org.parasift.bench.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One table of the report, written as Markdown and as JSON.
 *
 * @param title its heading
 * @param text what is to be known before reading it; may be empty
 * @param head the names of the columns
 * @param rows as wide as the head
 */
public record Table(String title, String text, List<String> head, List<List<Cell>> rows) {
    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(row.size() + " cells under " + head);
            }
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder("## ").append(title).append("\n\n");
        if (!text.isEmpty()) {
            page.append(text).append("\n\n");
        }
        head.forEach(name -> page.append("| ").append(name).append(' '));
        page.append("|\n").append("|---".repeat(head.size())).append("|\n");
        for (List<Cell> row : rows) {
            row.forEach(cell -> page.append("| ").append(cell.markdown()).append(' '));
            page.append("|\n");
        }
        return page.toString();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("title", title);
        ArrayNode array = json.putArray("rows");
        for (List<Cell> row : rows) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < row.size(); i++) {
                object.set(head.get(i), row.get(i).json());
            }
        }
        return json;
    }
}
