package dev.puesto.graphql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Keeps what Spring finds when it compares the schema with the Java behind it. */
@Component
class SchemaInspection implements GraphQlSourceBuilderCustomizer {
    private final List<String> classNames = ownClassNames();
    private @Nullable SchemaReport report;

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder builder) {
        builder.inspectSchemaMappings(
                initializer -> initializer.classResolver((type, iface) -> classesNamed(type.getName())),
                found -> report = found);
    }

    SchemaReport report() {
        return Objects.requireNonNull(report);
    }

    private List<Class<?>> classesNamed(String name) {
        return classNames.stream()
                .filter(className -> className.endsWith("." + name) || className.endsWith("$" + name))
                .<Class<?>>map(className -> ClassUtils.resolveClassName(className, null))
                .toList();
    }

    private static List<String> ownClassNames() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter((reader, factory) -> true);
        return scanner.findCandidateComponents("dev.puesto").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .filter(name -> !name.startsWith("dev.puesto.jooq."))
                .toList();
    }
}
