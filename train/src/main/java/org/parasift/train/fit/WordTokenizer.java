package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import java.util.EnumSet;
import java.util.Set;
import org.parasift.token.Tailoring;
import org.parasift.token.TokenCursor;
import org.tribuo.util.tokens.Token.TokenType;
import org.tribuo.util.tokens.Tokenizer;

/**
 * Our tokenizer as one of Tribuo's, for its text pipelines: words, numbers, ideographs and emoji by UAX #29, no white space
 * or punctuation. The text of a token is what stands in the source, not folded, as Tribuo's own tokenizers have it; every
 * token is of type WORD. For one thread, as all of Tribuo's; {@link #clone} gives another one.
 *
 * <pre>{@code
 * new WordTokenizer().split("Iraq's 3,000 troops")  // Iraq's, 3,000, troops
 * }</pre>
 */
public final class WordTokenizer implements Tokenizer {
    @Config(description = "Departures from the strict rules.")
    private EnumSet<Tailoring> tailorings = EnumSet.noneOf(Tailoring.class);

    private TokenCursor cursor = org.parasift.token.Tokenizer.standard().cursor();
    private CharSequence text = "";

    /** Whether {@link #reset} has been called, and {@link #advance} said true since. */
    private boolean ready;

    private boolean atToken;

    /** The strict rules. */
    public WordTokenizer() {}

    /** The strict rules with tailorings over them. */
    public WordTokenizer(Set<Tailoring> tailorings) {
        this.tailorings.addAll(tailorings);
        postConfig();
    }

    /** Called by Tribuo's configuration when it has set the fields. */
    @Override
    public void postConfig() {
        cursor = org.parasift.token.Tokenizer.with(tailorings).cursor();
    }

    @Override
    public void reset(CharSequence newText) {
        text = newText;
        cursor.over(newText);
        ready = true;
        atToken = false;
    }

    @Override
    public boolean advance() {
        if (!ready) {
            throw new IllegalStateException("reset(text) comes first");
        }
        atToken = cursor.next();
        return atToken;
    }

    @Override
    public String getText() {
        return text.subSequence(getStart(), getEnd()).toString();
    }

    @Override
    public int getStart() {
        checkAtToken();
        return cursor.start();
    }

    @Override
    public int getEnd() {
        checkAtToken();
        return cursor.end();
    }

    @Override
    public TokenType getType() {
        checkAtToken();
        return TokenType.WORD;
    }

    private void checkAtToken() {
        if (!atToken) {
            throw new IllegalStateException("there is a token only after advance() has returned true");
        }
    }

    /** Another one with the same tailorings, without a text. */
    @Override
    @SuppressWarnings({"MethodDoesntCallSuperMethod", "CloneDeclaresCloneNotSupported"})
    public WordTokenizer clone() {
        return new WordTokenizer(tailorings);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "Tokenizer");
    }
}
