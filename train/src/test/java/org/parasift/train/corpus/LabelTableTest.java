package org.parasift.train.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTableTest {
    @TempDir
    Path folder;

    private LabelTable read(String text) throws IOException {
        return LabelTable.read(Files.writeString(folder.resolve("labels.csv"), text));
    }

    @Test
    void rowsAreReadInOrder() throws IOException {
        LabelTable table = read("article,paragraph,label,kind,sure,site\na,1,spam,teaser,mixed,x\na,0,,,no,x\n");
        assertThat(table.rows())
                .containsExactly(
                        new LabelTable.Row("a", 1, "spam", "teaser", Sure.MIXED, 2),
                        new LabelTable.Row("a", 0, "", "", Sure.NO, 3));
        assertThat(table.hash()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,-1,spam,,yes | :2: paragraph '-1'",
                "a,1,spam,,perhaps | :2: sure 'perhaps'",
                "a,1,,,yes | :2: no label",
                "a,1,spam | :2: 3 values",
                "a,1,spam,,yes;a,1,spam,,no | :3: paragraph 1 of a a second time",
            })
    void wrongValuesAreNamedWithTheirLine(String rows, String message) {
        assertThatThrownBy(() -> read("article,paragraph,label,kind,sure\n" + rows.replace(';', '\n') + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void missingColumnIsNamed() {
        assertThatThrownBy(() -> read("article,paragraph,label,kind\na,1,spam,\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column sure");
    }
}
