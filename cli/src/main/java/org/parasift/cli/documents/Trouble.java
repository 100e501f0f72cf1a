package org.parasift.cli.documents;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What an {@link IOException} means to the person who named the file. */
public final class Trouble {
    private Trouble() {}

    /** One line that begins with the file's name. */
    public static String with(String file, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return file + ": no such file";
        }
        if (e instanceof AccessDeniedException) {
            return file + ": permission denied";
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return file + ": " + taken.getFile() + " is no folder";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return file + ": " + (reason == null ? "cannot be read (" + e.getClass().getSimpleName() + ")" : reason);
    }
}
