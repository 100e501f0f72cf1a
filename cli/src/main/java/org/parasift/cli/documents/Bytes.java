package org.parasift.cli.documents;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of an input, unpacked if they are packed, and bounded in every direction. */
final class Bytes {
    /** A file that is small when unpacked is no bomb, however well it was packed. */
    private static final long HARMLESS = 16L << 20;

    private Bytes() {}

    /** Unpacks what begins like gzip, whatever it is called. */
    static InputStream unpacked(InputStream raw, String name, int largestRatio) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(raw, 1 << 16), 2);
        int first = in.read();
        int second = first < 0 ? -1 : in.read();
        if (second >= 0) {
            in.unread(second);
        }
        if (first >= 0) {
            in.unread(first);
        }
        if (first == 0x1F && second == 0x8B) {
            return new Gzip(new Counted(in), name, largestRatio);
        }
        if (name.endsWith(".gz") && first >= 0) {
            throw new IOException("not gzip (expected it from a file with this name)");
        }
        return in;
    }

    /** All bytes that are left, if they are not too many. */
    static byte[] all(InputStream in, long atMost) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, atMost + 1));
        if (bytes.length > atMost) {
            throw tooLarge(atMost);
        }
        return bytes;
    }

    static TooLargeException tooLarge(long atMost) {
        return new TooLargeException("a record of more than " + atMost + " bytes (see --largest-record)");
    }

    /** A record is larger than the user allows. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Counts what is read. */
    static class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            counted(Math.max(0, read));
            return read;
        }

        void counted(int more) {
            count += more;
        }
    }

    private static final class Gzip extends FilterInputStream {
        private final Counted packed;
        private final int largestRatio;
        private final String name;
        private long unpacked;

        Gzip(Counted packed, String name, int largestRatio) throws IOException {
            super(new GZIPInputStream(packed, 1 << 13));
            this.packed = packed;
            this.name = name;
            this.largestRatio = largestRatio;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(into, from, length);
            } catch (java.io.EOFException e) {
                throw new IOException("truncated gzip after " + unpacked + " unpacked bytes", e);
            } catch (ZipException e) {
                throw new IOException("damaged gzip after " + unpacked + " unpacked bytes", e);
            }
            unpacked += Math.max(0, read);
            if (unpacked > HARMLESS && unpacked / largestRatio > packed.count) {
                throw new IOException("unpacks to more than " + largestRatio
                        + " times its size, like a bomb (see --largest-ratio if it is none)");
            }
            return read;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
