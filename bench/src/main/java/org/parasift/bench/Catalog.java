package org.parasift.bench;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.parasift.bench.report.JmhResults;
import org.parasift.bench.report.Label;

/** The benchmarks that JMH's generator has listed, by the names people call them. */
final class Catalog {
    /** Class by name in lower case. */
    private final Map<String, Class<?>> classes = new TreeMap<>();

    /** Names of classes by floor (the last part of their package). */
    private final Map<String, Set<String>> floors = new TreeMap<>();

    private Catalog() {}

    static Catalog load() {
        Catalog catalog = new Catalog();
        BenchmarkList.fromResource(BenchmarkList.BENCHMARK_LIST)
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
                .forEach(entry -> catalog.add(entry.getUserClassQName()));
        return catalog;
    }

    private void add(String className) {
        try {
            Class<?> type = Class.forName(className, false, Catalog.class.getClassLoader());
            String name = JmhResults.name(type).toLowerCase(Locale.ROOT);
            String floor = type.getPackageName();
            classes.put(name, type);
            floors.computeIfAbsent(floor.substring(floor.lastIndexOf('.') + 1), k -> new TreeSet<>())
                    .add(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("the list of benchmarks names " + className, e);
        }
    }

    /**
     * The regular expressions by which JMH finds what {@code names} ask for; none asks for all.
     *
     * @throws BenchException if a name is neither a floor, a class, nor a class and one of its methods
     */
    List<String> includes(List<String> names) {
        List<String> includes = new ArrayList<>();
        for (String asked : names.isEmpty() ? floors.keySet() : names) {
            String name = asked.toLowerCase(Locale.ROOT);
            int dot = name.indexOf('.');
            Set<String> floor = floors.get(name);
            Class<?> type = classes.get(dot < 0 ? name : name.substring(0, dot));
            if (floor != null) {
                floor.forEach(each -> includes.addAll(includes(List.of(each))));
            } else if (type == null) {
                throw new BenchException("no benchmark is called " + asked + " (there are " + names() + ")");
            } else if (dot < 0) {
                includes.add("^" + Pattern.quote(type.getName() + "."));
            } else {
                includes.add("^" + Pattern.quote(type.getName() + "." + method(type, asked.substring(dot + 1))) + "$");
            }
        }
        return includes;
    }

    private static String method(Class<?> type, String asked) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new BenchException(type.getSimpleName() + " has no method " + asked));
    }

    private String names() {
        return String.join(", ", floors.keySet()) + "; " + String.join(", ", classes.keySet());
    }

    /** Floors, classes and their questions, one a line. */
    String list() {
        StringBuilder text = new StringBuilder();
        floors.forEach((floor, names) -> {
            text.append(floor).append('\n');
            for (String name : names) {
                Label label =
                        java.util.Objects.requireNonNull(classes.get(name)).getAnnotation(Label.class);
                String question = label == null ? "" : label.value();
                text.append(String.format(Locale.ROOT, "  %-14s %s\n", name, question));
            }
        });
        return text.toString();
    }
}
