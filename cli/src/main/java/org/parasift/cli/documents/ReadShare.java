package org.parasift.cli.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much of some files has been read. Owned by one thread. */
final class ReadShare {
    private final List<String> names;
    private long read;
    private long all;

    /** Of files and {@value Documents#STANDARD_INPUT}; looks at none of them yet. */
    ReadShare(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** The bytes of one of the files as they are on disk, counted when they are read. */
    InputStream counted(InputStream raw) {
        return new Bytes.Counted(raw) {
            @Override
            void counted(int more) {
                super.counted(more);
                read += more;
            }
        };
    }

    /** 0 to 1; negative if the size of a file is not known. */
    double share() {
        if (all == 0) {
            all = size();
        }
        return all < 0 ? -1 : Math.min(1, (double) read / Math.max(1, all));
    }

    /** The bytes of all files; -1 if one of them is a stream or cannot be asked. */
    private long size() {
        long size = 0;
        for (String name : names) {
            Path file = Path.of(name);
            if (name.equals(Documents.STANDARD_INPUT) || !Files.isRegularFile(file)) {
                return -1;
            }
            try {
                size += Files.size(file);
            } catch (IOException e) {
                return -1;
            }
        }
        return size;
    }
}
