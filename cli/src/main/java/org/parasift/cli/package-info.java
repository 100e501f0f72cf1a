/**
 * The program {@code parasift}. Start with {@link org.parasift.cli.Main}; every verb is one class named after it.
 */
@NullMarked
package org.parasift.cli;

import org.jspecify.annotations.NullMarked;
