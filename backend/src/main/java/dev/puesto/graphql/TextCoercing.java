package dev.puesto.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that is read from the text of a JSON or GraphQL value, be it quoted or a number. The reader throws on what
 * it cannot read; what the caller is told is written by us, so that these exceptions carry no words.
 */
final class TextCoercing<T> implements Coercing<T, Object> {

    /** Which values of the wire a scalar reads. */
    enum Wire {
        STRING,
        NUMBER,
        STRING_OR_NUMBER
    }

    private final Wire wire;
    private final Function<String, T> read;
    private final Function<Object, Object> write;

    TextCoercing(Wire wire, Function<String, T> read, Function<Object, Object> write) {
        this.wire = wire;
        this.read = read;
        this.write = write;
    }

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        return write.apply(result);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        String text = textOf(input);
        T value = text == null ? null : tryToRead(text);
        if (value == null) {
            throw new CoercingParseValueException();
        }
        return value;
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String text = textOf(input);
        T value = text == null ? null : tryToRead(text);
        if (value == null) {
            throw new CoercingParseLiteralException();
        }
        return value;
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        Object written = write.apply(input);
        return written instanceof Long number ? IntValue.of(number.intValue()) : StringValue.of(written.toString());
    }

    private @Nullable T tryToRead(String text) {
        try {
            return read.apply(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private @Nullable String textOf(Object input) {
        return switch (input) {
            case String text when wire != Wire.NUMBER -> text;
            case Number number when wire != Wire.STRING -> number.toString();
            default -> null;
        };
    }

    private @Nullable String textOf(Value<?> input) {
        return switch (input) {
            case StringValue text when wire != Wire.NUMBER -> text.getValue();
            case IntValue number when wire != Wire.STRING -> number.getValue().toString();
            case FloatValue number when wire != Wire.STRING -> number.getValue().toString();
            default -> null;
        };
    }
}
