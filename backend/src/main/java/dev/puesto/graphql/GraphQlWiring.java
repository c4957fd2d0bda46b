package dev.puesto.graphql;

import dev.puesto.api.Messages;
import dev.puesto.api.UserError;
import graphql.TrivialDataFetcher;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** How the schema finds its Java: controllers on the request's own thread, scalars, the words of user errors. */
@Configuration(proxyBeanMethods = false)
class GraphQlWiring {

    /** Calls controllers where they are; another thread per blocking method would take a connection of its own. */
    @Bean
    AnnotatedControllerConfigurer annotatedControllerConfigurer() {
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        configurer.configureBinder(
                options -> options.conversionService(ApplicationConversionService.getSharedInstance()));
        configurer.setBlockingMethodPredicate(method -> false);
        configurer.addCustomArgumentResolver(new ViewerArgument());
        configurer.addCustomArgumentResolver(new PageArgument());
        configurer.addCustomArgumentResolver(new LocaleArgument());
        return configurer;
    }

    /** The engine takes the document that was prepared for the request; it parses only what comes another way. */
    @Bean
    GraphQlSourceBuilderCustomizer preparedDocuments() {
        PreparsedDocumentProvider prepared = (input, parse) -> {
            PreparsedDocumentEntry entry = input.getGraphQLContext().get(PreparsedDocumentEntry.class);
            return CompletableFuture.completedFuture(entry == null ? parse.apply(input) : entry);
        };
        return source -> source.configureGraphQl(engine -> engine.preparsedDocumentProvider(prepared));
    }

    @Bean
    GraphQlSourceBuilderCustomizer listPlans(ObjectProvider<DataFetcherExceptionResolver> resolvers) {
        return source -> source.configureGraphQl(engine ->
                engine.queryExecutionStrategy(new ListPlanStrategy(DataFetcherExceptionResolver.createExceptionHandler(
                        resolvers.orderedStream().toList()))));
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> Scalars.all().forEach(wiring::scalar);
    }

    @Bean
    RuntimeWiringConfigurer userErrors(Messages messages) {
        return new UserErrors(messages);
    }

    /** Gives every type that implements {@code UserError} its {@code code}, and its {@code message} in the caller's language. */
    private static final class UserErrors implements RuntimeWiringConfigurer {
        private final Messages messages;
        private List<String> types = List.of();

        UserErrors(Messages messages) {
            this.messages = messages;
        }

        @Override
        public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
            types = registry.getTypes(ObjectTypeDefinition.class).stream()
                    .filter(UserErrors::isUserError)
                    .map(ObjectTypeDefinition::getName)
                    .toList();
        }

        @Override
        public void configure(RuntimeWiring.Builder wiring) {
            MessageFetcher message = new MessageFetcher(messages);
            types.forEach(type -> wiring.type(
                    type, fields -> fields.dataFetcher("message", message).dataFetcher("code", new CodeFetcher())));
        }

        private static boolean isUserError(ObjectTypeDefinition type) {
            return type.getImplements().stream()
                    .anyMatch(implemented -> implemented instanceof TypeName name
                            && name.getName().equals(UserError.class.getSimpleName()));
        }
    }

    private record CodeFetcher() implements TrivialDataFetcher<String> {
        @Override
        public String get(DataFetchingEnvironment environment) {
            return environment.<UserError>getSource().code();
        }
    }

    private record MessageFetcher(Messages messages) implements TrivialDataFetcher<String> {
        @Override
        public String get(DataFetchingEnvironment environment) {
            UserError error = environment.getSource();
            return messages.text(environment.getLocale(), error);
        }
    }
}
