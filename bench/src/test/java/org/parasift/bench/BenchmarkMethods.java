package org.parasift.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.parasift.bench.text.Work;

/** Calls benchmark methods without JMH. */
public final class BenchmarkMethods {
    private BenchmarkMethods() {}

    /** The names of the benchmark methods of a class. */
    public static List<String> of(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    /** What a benchmark method returns. */
    public static long call(Object bench, String name, Work work) {
        try {
            Method method = bench.getClass().getMethod(name, Work.class);
            return (long) method.invoke(bench, work);
        } catch (InvocationTargetException e) {
            throw new AssertionError(name, e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new LinkageError(name, e);
        }
    }
}
