package dev.puesto.graphql;

import dev.puesto.api.Messages;
import graphql.schema.DataFetchingEnvironment;
import java.util.Locale;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

/** Gives a controller the caller's language: Spanish or English. */
final class LocaleArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Locale.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return Messages.spoken(environment.getLocale());
    }
}
