/**
 * The program {@code parasift}. Start with {@link org.parasift.cli.Parasift}, which lists the verbs and turns every
 * failure into one line and an exit code; each verb is one class named after it. {@link org.parasift.cli.Main} only
 * connects it to the machine. What a verb reads comes from {@link org.parasift.cli.documents.Documents}.
 */
@NullMarked
package org.parasift.cli;

import org.jspecify.annotations.NullMarked;
