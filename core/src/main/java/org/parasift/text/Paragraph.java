package org.parasift.text;

/**
 * One paragraph of an article: a non-blank line without its surrounding white space; only a text that stands
 * alone may be an empty paragraph.
 *
 * @param index its place in the article, counted from 0
 * @param block its block, counted from 0; a block is a run of paragraphs without a blank line between them
 * @param start offset of its first char in the article's text
 * @param end offset after its last char
 */
public record Paragraph(int index, int block, int start, int end) {
    public Paragraph {
        if (index < 0 || block < 0 || block > index || start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "paragraph " + index + " of block " + block + " from " + start + " to " + end);
        }
    }

    /** The number of chars. */
    public int length() {
        return end - start;
    }
}
