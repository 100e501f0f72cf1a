package org.parasift.bench.model;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import org.parasift.token.Tokens;
import org.tribuo.util.tokens.Token.TokenType;
import org.tribuo.util.tokens.Tokenizer;

/**
 * Our tokenizer and folding behind Tribuo's interface, so that Tribuo's pipeline finds the same features as ours. Being
 * faster than Tribuo's own tokenizers it makes the peer look better, never worse.
 */
final class OurTokens implements Tokenizer {
    private final org.parasift.token.Tokenizer tokenizer = org.parasift.token.Tokenizer.standard();
    private final Tokens tokens = new Tokens();
    private String folded = "";
    private int at = -1;

    OurTokens() {}

    @Override
    public void reset(CharSequence text) {
        String plain = text.toString();
        tokens.clear();
        tokenizer.tokenize(plain, 0, plain.length(), tokens);
        folded = org.parasift.token.Tokenizer.fold(plain);
        at = -1;
    }

    @Override
    public boolean advance() {
        at++;
        return at < tokens.size();
    }

    @Override
    public String getText() {
        return folded.substring(getStart(), getEnd());
    }

    @Override
    public int getStart() {
        return tokens.start(at);
    }

    @Override
    public int getEnd() {
        return tokens.end(at);
    }

    @Override
    public TokenType getType() {
        return TokenType.WORD;
    }

    @Override
    public OurTokens clone() {
        return new OurTokens();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "Tokenizer");
    }
}
