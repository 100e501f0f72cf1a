/**
 * Models out of rows, by Tribuo, which lives only here. Start with {@link org.parasift.train.fit.Fitter}: it extracts the
 * features of the rows once, lets the trainer of a {@link org.parasift.train.fit.TrainerSpec} fit them, exports the
 * result as a {@link org.parasift.classify.Model} and refuses it ({@link org.parasift.train.fit.ParityException}) unless
 * it scores every training row as Tribuo does.
 */
@NullMarked
package org.parasift.train.fit;

import org.jspecify.annotations.NullMarked;
