/**
 * A model taken to new sites. Start with {@link org.parasift.train.adapt.Adaptation}: it learns the words of articles
 * without labels, and of a few with labels if there are any, on top of what the model knows.
 */
@NullMarked
package org.parasift.train.adapt;

import org.jspecify.annotations.NullMarked;
