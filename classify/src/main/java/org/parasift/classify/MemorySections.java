package org.parasift.classify;

import java.io.IOException;
import org.parasift.features.Lexicon;
import org.parasift.features.LineMemory;

/** What families have learned of words and lines: the sections {@code LEXI} and {@code LINE}. */
final class MemorySections {
    private MemorySections() {}

    static void writeLexicon(Lexicon lexicon, ModelWriter to) throws IOException {
        to.writeInt(lexicon.dimensions());
        to.writeFloat(lexicon.unknownIdf());
        to.writeInt(lexicon.size());
        for (int i = 0; i < lexicon.size(); i++) {
            to.writeLong(lexicon.key(i));
        }
        for (int i = 0; i < lexicon.size(); i++) {
            to.writeFloat(lexicon.idf(i));
        }
        for (int i = 0; i < lexicon.size(); i++) {
            to.writeFloat(lexicon.scale(i));
        }
        for (int i = 0; i < lexicon.size(); i++) {
            to.write(lexicon.vector(i));
        }
    }

    static Lexicon readLexicon(ModelBytes from) {
        int dimensions = from.readCount(0, "dimensions");
        float unknownIdf = from.readFloats(1, "idf of unknown words")[0];
        int size = from.readCount(16L + dimensions, "words");
        return Lexicon.of(
                dimensions,
                unknownIdf,
                from.readLongs(size, "word keys"),
                from.readFloats(size, "word idf"),
                from.readFloats(size, "word scales"),
                from.readBytes((long) size * dimensions, "word vectors"));
    }

    static void writeMemory(LineMemory memory, ModelWriter to) throws IOException {
        to.writeInt(memory.size());
        for (int i = 0; i < memory.size(); i++) {
            to.writeLong(memory.key(i));
        }
        for (int i = 0; i < memory.size(); i++) {
            to.writeInt(memory.articles(i));
        }
        for (int i = 0; i < memory.size(); i++) {
            to.writeInt(memory.sites(i));
        }
    }

    static LineMemory readMemory(ModelBytes from) {
        int size = from.readCount(16, "lines");
        return LineMemory.of(
                from.readLongs(size, "line keys"),
                from.readInts(size, "line articles"),
                from.readInts(size, "line sites"));
    }
}
