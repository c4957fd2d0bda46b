package dev.puesto.demo;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;

/** Adds rows that may be there already from a load that was cut short. */
final class DemoRows {

    private DemoRows() {}

    /** Inserts the rows in one statement and leaves alone those whose key is there. */
    static <R extends TableRecord<R>> void add(DSLContext sql, Table<R> table, List<R> rows) {
        if (!rows.isEmpty()) {
            var insert = sql.insertQuery(table);
            rows.forEach(insert::addRecord);
            insert.onDuplicateKeyIgnore(true);
            insert.execute();
        }
    }
}
