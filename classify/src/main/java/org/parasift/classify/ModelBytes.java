package org.parasift.classify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a model file, read with a bound: every size is checked against what is left before anything is allocated. */
final class ModelBytes {
    private final ByteBuffer bytes;

    ModelBytes(byte[] all, int end) {
        this(ByteBuffer.wrap(all, 0, end));
    }

    private ModelBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    ModelBytes at(int offset) {
        bytes.position(offset);
        return this;
    }

    void skip(int count) {
        bytes.position(bytes.position() + count);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    /** The next bytes as a room of their own. */
    ModelBytes slice(int size, String what) {
        need(size, 1, what);
        ByteBuffer slice = bytes.slice(bytes.position(), size);
        skip(size);
        return new ModelBytes(slice);
    }

    int readByte(String what) {
        need(1, 1, what);
        return bytes.get() & 0xFF;
    }

    int readInt(String what) {
        need(1, 4, what);
        return bytes.getInt();
    }

    /** A number in as few bytes as it needs, seven bits each, the low ones first. */
    long readShort(String what) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = readByte(what);
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new ModelFormatException(what + " has too many bytes");
    }

    double readDouble(String what) {
        need(1, 8, what);
        return bytes.getDouble();
    }

    /** A number of things that take at least {@code least} bytes each, which must still be there. */
    int readCount(long least, String what) {
        int count = readInt(what);
        need(count, Math.max(1, least), what);
        return count;
    }

    long[] readLongs(int count, String what) {
        need(count, 8, what);
        long[] read = new long[count];
        bytes.asLongBuffer().get(read);
        skip(8 * count);
        return read;
    }

    float[] readFloats(long count, String what) {
        need(count, 4, what);
        float[] read = new float[(int) count];
        bytes.asFloatBuffer().get(read);
        skip(4 * read.length);
        return read;
    }

    int[] readInts(int count, String what) {
        need(count, 4, what);
        int[] read = new int[count];
        bytes.asIntBuffer().get(read);
        skip(4 * count);
        return read;
    }

    byte[] readBytes(long count, String what) {
        need(count, 1, what);
        byte[] read = new byte[(int) count];
        bytes.get(read);
        return read;
    }

    double[] readDoubles(int count, String what) {
        need(count, 8, what);
        double[] read = new double[count];
        bytes.asDoubleBuffer().get(read);
        skip(8 * count);
        return read;
    }

    String readText(String what) {
        int size = readCount(1, what);
        ByteBuffer slice = bytes.slice(bytes.position(), size);
        skip(size);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(what + " is not UTF-8", e);
        }
    }

    List<String> readTexts(String what) {
        int count = readCount(4, what);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(readText(what));
        }
        return texts;
    }

    /** A number below {@code choices}. */
    int readChoice(int choices, String what) {
        int choice = readByte(what);
        if (choice >= choices) {
            throw new ModelFormatException(what + " " + choice + " is unknown to this version");
        }
        return choice;
    }

    void end(String what) {
        if (bytes.hasRemaining()) {
            throw new ModelFormatException(what + " has " + bytes.remaining() + " bytes too many");
        }
    }

    private void need(long count, long size, String what) {
        if (count < 0 || count > bytes.remaining() / size) {
            throw new ModelFormatException(what + ": " + count + " of " + size + " bytes each, but only "
                    + bytes.remaining() + " bytes are left");
        }
    }
}
