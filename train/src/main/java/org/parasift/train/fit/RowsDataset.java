package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableOutputInfo;
import org.tribuo.RealIDInfo;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.DatasetProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Our rows as Tribuo sees them. An example exists only while somebody looks at it, and so does the name of a feature, its
 * key in sixteen hexadecimal digits; a feature's number is its column. Tribuo's own data set holds a String, a hash entry
 * and statistics for every feature, and a name and a double for every entry.
 */
final class RowsDataset extends Dataset<Label> {
    private static final long serialVersionUID = 1L;

    /** Models must not depend on when they were made. */
    static final OffsetDateTime NO_TIME = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final transient Rows rows;
    private final transient Label[] labels;
    private final transient ImmutableOutputInfo<Label> outputs;
    private final transient Keys keys;

    RowsDataset(Rows rows) {
        super(new SimpleDataSourceProvenance("parasift rows", NO_TIME, new LabelFactory()), new LabelFactory());
        this.rows = rows;
        this.labels = rows.labels.stream().map(Label::new).toArray(Label[]::new);
        MutableOutputInfo<Label> seen = new LabelFactory().generateInfo();
        for (int label : rows.label) {
            seen.observe(labels[label]);
        }
        this.outputs = seen.generateImmutableOutputInfo();
        this.keys = new Keys(rows.keys);
    }

    Rows rows() {
        return rows;
    }

    /** Tribuo's number of each of our labels; -1 of one that no row has. */
    int[] labelIds() {
        int[] ids = new int[labels.length];
        Set<Label> known = outputs.getDomain();
        Arrays.setAll(ids, l -> known.contains(labels[l]) ? outputs.getID(labels[l]) : -1);
        return ids;
    }

    @Override
    public Example<Label> getExample(int row) {
        HexFormat hex = HexFormat.of();
        int[] entries = rows.ascending(row);
        String[] names = new String[entries.length];
        double[] values = new double[entries.length];
        for (int i = 0; i < entries.length; i++) {
            names[i] = hex.toHexDigits(rows.keys[rows.column[entries[i]]]);
            values[i] = rows.value[entries[i]];
        }
        Example<Label> example = new ArrayExample<>(labels[rows.label[row]], names, values);
        if (rows.weight != null) {
            example.setWeight(rows.weight[row]);
        }
        return example;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public synchronized Iterator<Example<Label>> iterator() {
        return IntStream.range(0, size()).mapToObj(this::getExample).iterator();
    }

    @Override
    public List<Example<Label>> getData() {
        return IntStream.range(0, size()).mapToObj(this::getExample).toList();
    }

    @Override
    public synchronized void shuffle(boolean shuffled) {
        throw new UnsupportedOperationException("the trainers shuffle");
    }

    @Override
    public Set<Label> getOutputs() {
        return outputs.getDomain();
    }

    @Override
    public ImmutableOutputInfo<Label> getOutputIDInfo() {
        return outputs;
    }

    @Override
    public ImmutableOutputInfo<Label> getOutputInfo() {
        return outputs;
    }

    @Override
    public ImmutableFeatureMap getFeatureIDMap() {
        return keys;
    }

    @Override
    public ImmutableFeatureMap getFeatureMap() {
        return keys;
    }

    @Override
    public DatasetProvenance getProvenance() {
        return new DatasetProvenance(sourceProvenance, new ListProvenance<>(), this);
    }

    @Override
    public DatasetProto serialize() {
        throw new UnsupportedOperationException("rows are not saved");
    }

    /** The numbers of features, found by bisection among the keys. */
    private static final class Keys extends ImmutableFeatureMap {
        private static final long serialVersionUID = 1L;

        private final long[] sorted;

        Keys(long[] sorted) {
            this.sorted = sorted;
            this.size = sorted.length;
        }

        @Override
        public int getID(String name) {
            long key = HexFormat.fromHexDigitsToLong(name);
            int column = Rows.column(sorted, key);
            return column < sorted.length && sorted[column] == key ? column : -1;
        }

        @Override
        public VariableIDInfo get(int id) {
            return new RealIDInfo(HexFormat.of().toHexDigits(sorted[id]), 0, 0, 0, 0, 0, id);
        }

        @Override
        public @Nullable VariableIDInfo get(String name) {
            int id = getID(name);
            return id < 0 ? null : get(id);
        }
    }
}
