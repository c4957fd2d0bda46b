package dev.puesto.demo;

import java.time.Instant;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;

/**
 * The product's own use cases under a clock that the demo moves: what was bought days ago is bought through the same code
 * as what is bought today. They are a second set of the same beans, made as they are needed, which see everything else of
 * the running application.
 */
final class DemoPast implements AutoCloseable {
    /** All that read the clock, and what uses them. */
    private static final String[] FEATURES = {
        "dev.puesto.account",
        "dev.puesto.cart",
        "dev.puesto.checkout",
        "dev.puesto.idempotency",
        "dev.puesto.notification",
        "dev.puesto.outbox",
        "dev.puesto.payment",
        "dev.puesto.seatquote"
    };

    private final DefaultListableBeanFactory beans;
    private final MovableClock clock;

    DemoPast(ApplicationContext application, Instant start) {
        clock = new MovableClock(start);
        beans = new DefaultListableBeanFactory(application.getAutowireCapableBeanFactory());
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        beans.addEmbeddedValueResolver(application.getEnvironment()::resolveRequiredPlaceholders);
        beans.registerResolvableDependency(ApplicationEventPublisher.class, application);
        AutowiredAnnotationBeanPostProcessor constructors = new AutowiredAnnotationBeanPostProcessor();
        constructors.setBeanFactory(beans);
        beans.addBeanPostProcessor(constructors);
        beans.registerSingleton("clock", clock);
        findFeatures(application);
    }

    private void findFeatures(ApplicationContext application) {
        ClassPathBeanDefinitionScanner features =
                new ClassPathBeanDefinitionScanner(beans, true, application.getEnvironment());
        features.setIncludeAnnotationConfig(false);
        features.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        features.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        features.scan(FEATURES);
    }

    /** Makes it that instant. */
    void moveTo(Instant instant) {
        clock.moveTo(instant);
    }

    /** The use case of that class, as of the instant that it is there. */
    <T> T get(Class<T> useCase) {
        return beans.getBean(useCase);
    }

    @Override
    public void close() {
        beans.destroySingletons();
    }
}
