package dev.puesto.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;

/**
 * A select that is built and rendered once for each of its shapes; from then on its values are only bound. For statements
 * that run thousands of times a second: making and rendering one costs several times as much as reading its answer.
 *
 * <p>Whatever differs between two runs of one shape must be among the arguments, as the very objects that the statement
 * was built with. Everything else is inline: a bound value that is no argument is refused, for it would be kept.
 */
public final class KeptStatement {

    /** Shapes are few: kinds of viewers, their scopes, page sizes. What comes beyond is rendered each time. */
    private static final int SHAPES_MAX = 500;

    private final Map<Object, Text> texts = new ConcurrentHashMap<>();

    /**
     * Runs the statement.
     *
     * @param sql of the transaction
     * @param shape equal for two runs exactly if their statements differ in arguments alone
     * @param statement makes the statement of that shape with those arguments
     * @param arguments the values that the statement binds, in any order, each once; none is null
     */
    public Result<Record> fetch(
            DSLContext sql, Object shape, Supplier<? extends Select<?>> statement, List<?> arguments) {
        Text kept = texts.get(shape);
        Text text = kept == null ? keep(sql, shape, statement.get(), arguments) : kept;
        return sql.connectionResult(connection -> text.run(connection, sql, arguments));
    }

    private Text keep(DSLContext sql, Object shape, Select<?> statement, List<?> arguments) {
        Text text = Text.of(sql, statement, arguments);
        if (texts.size() < SHAPES_MAX && areDistinct(arguments)) {
            texts.put(shape, text);
        }
        return text;
    }

    /** Where a caller gives one object for two arguments, which place is whose cannot be told for another caller. */
    private static boolean areDistinct(List<?> arguments) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return arguments.stream().allMatch(seen::add);
    }

    /** A value's place: which argument it is, and how the database takes it. */
    private record Slot(int argument, Param<?> like) {

        static Slot of(Param<?> param, List<?> arguments) {
            return IntStream.range(0, arguments.size())
                    .filter(i -> arguments.get(i) == param.getValue())
                    .mapToObj(i -> new Slot(i, param))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Neither an argument nor inline: " + param));
        }

        void bind(Connection connection, PreparedStatement statement, int index, Object value) throws SQLException {
            Object bound = stored(like, value);
            if (bound instanceof Object[] elements) {
                String type = like.getDataType().getArrayComponentDataType().getTypeName();
                statement.setArray(index, connection.createArrayOf(type, elements));
            } else {
                statement.setObject(index, bound);
            }
        }

        private static <T> Object stored(Param<T> like, Object value) {
            return like.getConverter().to(like.getType().cast(value));
        }
    }

    private record Text(String sql, List<Slot> slots, Field<?>[] columns) {

        static Text of(DSLContext sql, Select<?> statement, List<?> arguments) {
            List<Slot> slots = sql.extractParams(statement).values().stream()
                    .filter(param -> !param.isInline())
                    .map(param -> Slot.of(param, arguments))
                    .toList();
            return new Text(sql.render(statement), slots, Columns.selected(statement));
        }

        Result<Record> run(Connection connection, DSLContext jooq, List<?> arguments) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < slots.size(); i++) {
                    Slot slot = slots.get(i);
                    slot.bind(connection, statement, i + 1, arguments.get(slot.argument()));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return jooq.fetch(rows, columns);
                }
            }
        }
    }
}
