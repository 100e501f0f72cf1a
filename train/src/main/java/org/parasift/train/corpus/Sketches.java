package org.parasift.train.corpus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parasift.text.Article;

/**
 * What a model remembers of the articles it was trained on, so that nobody scores it on them by mistake: of each the
 * {@value #SIZE} smallest hashes of its word shingles (a bottom-k MinHash sketch), which tell nothing of the text. Two
 * articles are near-copies if half of the hashes that both sketches can know of are common. One line an article as text,
 * its name and the hashes: {@link #parse} and {@link #toString} are inverse.
 */
public final class Sketches {
    private static final int SIZE = 16;

    /** So many common hashes are no accident, each has 32 bits; shorter sketches must agree entirely. */
    private static final int ENOUGH = 4;

    private final SortedMap<String, int[]> sketches;

    private Sketches(SortedMap<String, int[]> sketches) {
        this.sketches = sketches;
    }

    /** Of articles; their names must differ. */
    public static Sketches of(List<Article> articles) {
        TreeMap<String, int[]> sketches = new TreeMap<>();
        articles.forEach(article -> sketches.put(article.id(), sketch(article)));
        return new Sketches(sketches);
    }

    /** The names of the articles, among {@code articles}, that are near-copies of one of these, in their order. */
    public List<String> copies(List<Article> articles) {
        List<String> copies = new ArrayList<>();
        for (Article article : articles) {
            int[] own = sketch(article);
            if (own.length > 0 && sketches.values().stream().anyMatch(known -> same(own, known))) {
                copies.add(article.id());
            }
        }
        return copies;
    }

    private static int[] sketch(Article article) {
        int[] hashes = Arrays.stream(Shingles.of(article))
                .mapToInt(hash -> (int) (hash >>> 32))
                .distinct()
                .toArray();
        unsigned(hashes);
        Arrays.sort(hashes);
        unsigned(hashes);
        return Arrays.copyOf(hashes, Math.min(SIZE, hashes.length));
    }

    /** Turns unsigned order into the order that sorting knows, and back. */
    private static void unsigned(int[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] ^= Integer.MIN_VALUE;
        }
    }

    /** A full sketch knows all hashes up to its last; what lies above it in the other is not compared. */
    private static boolean same(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < a.length && j < b.length) {
            int order = Integer.compareUnsigned(a[i], b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int comparedA = j == b.length && b.length < SIZE ? a.length : i;
        int comparedB = i == a.length && a.length < SIZE ? b.length : j;
        int smaller = Math.min(comparedA, comparedB);
        return smaller > 0 && 2 * common >= smaller && common >= Math.min(ENOUGH, Math.min(a.length, b.length));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException naming the line that is no sketch
     */
    public static Sketches parse(String text) {
        TreeMap<String, int[]> sketches = new TreeMap<>();
        for (String line : text.lines().toList()) {
            int space = line.lastIndexOf(' ');
            byte[] bytes = space < 0 ? new byte[1] : Base64.getDecoder().decode(line.substring(space + 1));
            if (bytes.length % 4 != 0 || bytes.length > 4 * SIZE) {
                throw new IllegalArgumentException("sketch " + InputException.quote(line));
            }
            int[] hashes = new int[bytes.length / 4];
            ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
            sketches.put(line.substring(0, space), hashes);
        }
        return new Sketches(sketches);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sketches.forEach((id, hashes) -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * hashes.length);
            bytes.asIntBuffer().put(hashes);
            text.append(id.replaceAll("\\R", " "))
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(bytes.array()))
                    .append('\n');
        });
        return text.toString();
    }
}
