package dev.puesto.jooq;

import static org.jooq.impl.DSL.name;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement brings along as one array parameter per column ({@code unnest(?, ?)}): one statement and one text
 * for any number of them.
 *
 * @param <R> what a row is made from
 */
public final class ParameterRows<R> {
    private static final String NAME = "given";

    private final Collection<? extends R> rows;
    private final Map<Field<?>, Field<?>> arrays = new LinkedHashMap<>();

    private ParameterRows(Collection<? extends R> rows) {
        this.rows = rows;
    }

    /** Rows made from those objects, without a column yet. */
    public static <R> ParameterRows<R> of(Collection<? extends R> rows) {
        return new ParameterRows<>(rows);
    }

    /** Adds a column of the given one's type and name. */
    public <T> ParameterRows<R> with(Field<T> column, Function<? super R, ? extends @Nullable T> value) {
        arrays.put(column, Columns.array(column, rows.stream().<T>map(value).collect(Collectors.toList())));
        return this;
    }

    /** The arrays that the columns are bound as, for a statement whose text is kept. */
    public List<Object> arguments() {
        return arrays.values().stream()
                .<Object>map(array -> ((Param<?>) array).getValue())
                .toList();
    }

    /** The rows as a table to join. */
    public Table<?> table() {
        String template =
                IntStream.range(0, arrays.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining(", "));
        String[] columns = arrays.keySet().stream().map(Field::getName).toArray(String[]::new);
        return DSL.table("unnest(" + template + ")", arrays.values().toArray(QueryPart[]::new))
                .as(NAME, columns);
    }

    /** The rows' column that was added for the given one. */
    public <T> Field<T> get(Field<T> column) {
        return DSL.field(name(NAME, column.getName()), column.getDataType());
    }
}
