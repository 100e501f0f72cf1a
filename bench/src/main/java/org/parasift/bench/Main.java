package org.parasift.bench;

/** Placeholder. */
public final class Main {
    private Main() {}
    /** Runs. */
    public static void main(String[] args) throws java.io.IOException {
        org.openjdk.jmh.Main.main(args);
    }
}
