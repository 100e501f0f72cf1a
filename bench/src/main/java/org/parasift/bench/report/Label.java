package org.parasift.bench.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a report calls a benchmark: the question of a class, the name of a method. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Label {
    /** On a class its question, on a method the name of what is measured. */
    String value();

    /** Whether the method measures Parasift; only such methods can fail a comparison. */
    boolean ours() default false;

    /** On a class: what {@code items} counts, in the plural. */
    String items() default "tokens";
}
