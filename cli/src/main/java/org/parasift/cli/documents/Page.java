package org.parasift.cli.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page as a reader sees it: one line for each block, in their order, an empty line between blocks. Scripts,
 * styles, forms' choices and hidden parts are left out; navigation and other furniture stay, for sorting them out is what
 * the model is there for.
 */
final class Page {
    private static final String NEVER_SHOWN =
            "script, style, noscript, template, head, select, datalist, svg, math, canvas, iframe, object, audio, video,"
                    + " [hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none],"
                    + " [style~=(?i)visibility\\s*:\\s*hidden]";

    private Page() {}

    /**
     * The text of a page.
     *
     * @param charset what the server said; null if the page itself must tell
     */
    static String text(byte[] bytes, @Nullable String charset) throws IOException {
        org.jsoup.nodes.Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
        page.select(NEVER_SHOWN).remove();
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    line.append(words.getWholeText());
                } else if (node instanceof Element element && breaks(element)) {
                    end(line, text);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && breaks(element)) {
                    end(line, text);
                }
            }
        });
        end(line, text);
        return text.toString();
    }

    private static boolean breaks(Element element) {
        return element.isBlock() || element.normalName().equals("br");
    }

    /** White space counts as one blank, as in a browser. */
    private static void end(StringBuilder line, StringBuilder text) {
        StringBuilder words = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0;
            if (!space) {
                words.append(c);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        line.setLength(0);
        String shown = words.toString().strip();
        if (!shown.isEmpty()) {
            text.append(text.length() == 0 ? "" : "\n").append(shown).append('\n');
        }
    }
}
