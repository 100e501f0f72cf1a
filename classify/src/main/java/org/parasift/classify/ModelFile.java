package org.parasift.classify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The {@code .psm} format, described byte by byte in MODEL-FORMAT.md: a head, sections with a tag and a length, and a
 * checksum over everything. No class names, no Java serialization; nothing is believed before it is checked, and no more
 * memory is used than a multiple of the file's size. The same model gives the same bytes.
 */
public final class ModelFile {
    /** First bytes of every model; the last four show whether somebody took the file for text. */
    static final byte[] MAGIC = {(byte) 0x89, 'P', 'S', 'M', '\r', '\n', 0x1A, '\n'};

    static final int VERSION = 1;

    private ModelFile() {}

    /** Writes a model; an existing file is replaced only when all is written. */
    public static void write(Model model, Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
        try {
            Files.write(partial, bytes(model));
            Files.move(partial, absolute, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Writes a model. */
    public static void write(Model model, OutputStream out) throws IOException {
        out.write(bytes(model));
    }

    /**
     * Reads a model.
     *
     * @throws ModelFormatException if the file is not a model that this version can use
     */
    public static Model read(Path file) throws IOException {
        if (Files.size(file) > Integer.MAX_VALUE - 64) {
            throw new ModelFormatException(file + ": " + Files.size(file) + " bytes, a model has less than 2 GB");
        }
        try {
            return parse(Files.readAllBytes(file));
        } catch (ModelFormatException e) {
            throw new ModelFormatException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a model to the end of the stream.
     *
     * @throws ModelFormatException if it is not a model that this version can use
     */
    public static Model read(InputStream in) throws IOException {
        return parse(in.readAllBytes());
    }

    static byte[] bytes(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(VERSION);
            ModelSections.write(model, out);
            CRC32C sum = new CRC32C();
            sum.update(bytes.toByteArray());
            out.writeInt((int) sum.getValue());
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory", e);
        }
        return bytes.toByteArray();
    }

    static Model parse(byte[] bytes) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= bytes.length || bytes[i] != MAGIC[i]) {
                throw new ModelFormatException("not a Parasift model: "
                        + (i >= bytes.length
                                ? "it ends after " + bytes.length + " bytes"
                                : "byte " + i + " is not as in every model"));
            }
        }
        if (bytes.length < MAGIC.length + 8) {
            throw new ModelFormatException("truncated: it ends after " + bytes.length + " bytes");
        }
        ModelBytes in = new ModelBytes(bytes, bytes.length - 4);
        in.skip(MAGIC.length);
        int version = in.readInt("version");
        if (version != VERSION) {
            throw new ModelFormatException("format version " + Integer.toUnsignedString(version)
                    + " (this program reads version " + VERSION + ")");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - 4);
        int written = new ModelBytes(bytes, bytes.length).at(bytes.length - 4).readInt("checksum");
        if ((int) sum.getValue() != written) {
            throw new ModelFormatException("damaged or truncated: checksum " + Integer.toHexString((int) sum.getValue())
                    + " of " + bytes.length + " bytes, " + Integer.toHexString(written) + " is written at their end");
        }
        return ModelSections.read(in);
    }
}
