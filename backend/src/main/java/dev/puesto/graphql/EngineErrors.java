package dev.puesto.graphql;

import dev.puesto.api.ErrorCode;
import dev.puesto.api.Messages;
import dev.puesto.api.Refusal;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.execution.UnknownOperationException;
import graphql.language.SourceLocation;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Says in our words, in the caller's language, what the engine reports; nothing of its own text goes out. */
@Component
class EngineErrors {
    private static final Pattern QUOTED = Pattern.compile("'([_A-Za-z][_0-9A-Za-z]*)'");
    private static final Set<ValidationErrorType> WITH_WORDS = EnumSet.of(
            ValidationErrorType.FieldUndefined,
            ValidationErrorType.UnknownArgument,
            ValidationErrorType.UnknownType,
            ValidationErrorType.UnknownDirective,
            ValidationErrorType.UndefinedVariable,
            ValidationErrorType.UndefinedFragment,
            ValidationErrorType.UnusedVariable,
            ValidationErrorType.UnusedFragment,
            ValidationErrorType.MissingFieldArgument,
            ValidationErrorType.WrongType,
            ValidationErrorType.VariableTypeMismatch,
            ValidationErrorType.SubselectionRequired,
            ValidationErrorType.SubselectionNotAllowed,
            ValidationErrorType.FieldsConflict);

    private final Messages messages;
    private final GraphQlSettings limits;

    EngineErrors(Messages messages, GraphQlSettings limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /** The errors of a document that does not fit the schema, as the answer shows them. */
    List<Map<String, Object>> shown(List<GraphQLError> errors, Locale locale) {
        return shown(errors, locale, Optional::empty);
    }

    /**
     * The errors as the answer shows them.
     *
     * @param variableFault finds the path to the part of the variables that does not fit
     */
    List<Map<String, Object>> shown(
            List<GraphQLError> errors, Locale locale, Supplier<Optional<List<String>>> variableFault) {
        return errors.stream().map(error -> shown(error, locale, variableFault)).toList();
    }

    /** A refusal as the answer shows it. */
    Map<String, Object> shown(Refusal refusal, Locale locale) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("message", messages.text(locale, refusal));
        shown.put("extensions", FetcherErrors.extensions(refusal));
        return shown;
    }

    private Map<String, Object> shown(
            GraphQLError error, Locale locale, Supplier<Optional<List<String>>> variableFault) {
        if (error.getErrorType() instanceof FetcherErrors.Code) {
            return placed(error, error.getMessage(), error.getExtensions());
        }
        if (error instanceof ValidationError invalid && !isLimit(invalid)) {
            return placed(error, words(invalid, locale), Map.of("code", ErrorCode.BAD_REQUEST.name()));
        }
        Refusal refusal = refusal(error, locale, variableFault);
        return placed(error, messages.text(locale, refusal), FetcherErrors.extensions(refusal));
    }

    private static Map<String, Object> placed(GraphQLError error, String message, Map<String, Object> extensions) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("message", message);
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            shown.put(
                    "locations",
                    error.getLocations().stream().map(EngineErrors::place).toList());
        }
        if (error.getPath() != null) {
            shown.put("path", error.getPath());
        }
        shown.put("extensions", extensions);
        return shown;
    }

    private static Map<String, Integer> place(SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }

    private Refusal refusal(GraphQLError error, Locale locale, Supplier<Optional<List<String>>> variableFault) {
        return switch (error) {
            case ValidationError limit -> tooComplex(limit);
            case CoercingParseValueException e -> variable(e, locale, variableFault);
            case NonNullableValueCoercedAsNullException e -> variable(e, locale, variableFault);
            case InputMapDefinesTooManyFieldsException e -> variable(e, locale, variableFault);
            case OneOfNullValueException e -> variable(e, locale, variableFault);
            case OneOfTooManyKeysException e -> variable(e, locale, variableFault);
            case CoercingParseLiteralException e -> argument(e, locale);
            case UnknownOperationException e -> Refusal.badRequest("operationUnknown");
            case AbortExecutionException e -> Refusal.ofKind(ErrorCode.UNAVAILABLE, "deadline");
            default -> FetcherErrors.internal(new IllegalStateException(error.toString()));
        };
    }

    private static boolean isLimit(ValidationError error) {
        return error.getValidationErrorType() == ValidationErrorType.MaxQueryDepthExceeded
                || error.getValidationErrorType() == ValidationErrorType.MaxQueryFieldsExceeded;
    }

    private Refusal tooComplex(ValidationError error) {
        return error.getValidationErrorType() == ValidationErrorType.MaxQueryDepthExceeded
                ? Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "depth", limits.depth())
                : Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "fields", limits.fields());
    }

    private Refusal variable(GraphQLError error, Locale locale, Supplier<Optional<List<String>>> variableFault) {
        List<String> path = variableFault.get().orElse(List.of());
        if (path.isEmpty()) {
            return argument(error, locale);
        }
        String at = path.size() == 1 ? "" : messages.text(locale, "at.path", String.join(".", path));
        return Refusal.badRequest("variable", path.getFirst(), at);
    }

    private Refusal argument(GraphQLError error, Locale locale) {
        return Refusal.badRequest("argument", position(error, locale));
    }

    private String words(ValidationError error, Locale locale) {
        String position = position(error, locale);
        if (error.getValidationErrorType() == ValidationErrorType.FieldUndefined) {
            return messages.text(locale, "validation.FieldUndefined", quoted(error.getMessage()), position);
        }
        boolean known = error.getValidationErrorType() instanceof ValidationErrorType type && WITH_WORDS.contains(type);
        String kind = known ? error.getValidationErrorType().toString() : "other";
        return messages.text(locale, "validation." + kind, position);
    }

    private String position(GraphQLError error, Locale locale) {
        if (error.getLocations() == null || error.getLocations().isEmpty()) {
            return "";
        }
        SourceLocation at = error.getLocations().getFirst();
        return messages.text(locale, "at.position", at.getLine(), at.getColumn());
    }

    private static String quoted(String message) {
        Matcher name = QUOTED.matcher(message);
        return name.find() ? name.group(1) : "";
    }
}
