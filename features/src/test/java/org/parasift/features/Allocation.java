package org.parasift.features;

import java.lang.reflect.Method;

/** Measures what a thread allocates. By reflection, since the modules under test do not read java.management. */
final class Allocation {
    private Allocation() {}

    /** Bytes for each of many runs after warming up, in the best of some tries: the compiler works beside us. */
    static long bytesPerRun(Runnable run) throws ReflectiveOperationException {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 8 && least > 0; attempt++) {
            long bytes = bytesOf(() -> {
                for (int i = 0; i < 100; i++) {
                    run.run();
                }
            });
            least = Math.min(least, bytes / 100);
        }
        return least;
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
