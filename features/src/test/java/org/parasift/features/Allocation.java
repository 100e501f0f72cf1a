package org.parasift.features;

import java.lang.reflect.Method;

/** Measures what a thread allocates. By reflection, since the modules under test do not read java.management. */
final class Allocation {
    private Allocation() {}

    /** Bytes for each of many runs, after warming up. */
    static long bytesPerRun(Runnable run) throws ReflectiveOperationException {
        for (int i = 0; i < 300; i++) {
            run.run();
        }
        return bytesOf(() -> {
                    for (int i = 0; i < 100; i++) {
                        run.run();
                    }
                })
                / 100;
    }

    /** Bytes for one run. */
    static long bytesOf(Runnable run) throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        long before = (long) allocated.invoke(threads);
        run.run();
        return (long) allocated.invoke(threads) - before;
    }
}
