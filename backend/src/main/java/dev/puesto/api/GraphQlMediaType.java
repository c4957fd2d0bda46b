package dev.puesto.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which of GraphQL over HTTP's media types an answer has. */
public final class GraphQlMediaType {
    /** The specification's own type: its HTTP status tells whether the document was run. */
    public static final String GRAPHQL = "application/graphql-response+json";
    /** What clients from before the specification ask for. */
    public static final String JSON = "application/json";

    private static final MediaType GRAPHQL_TYPE = MediaType.parseMediaType(GRAPHQL);

    private GraphQlMediaType() {}

    /** The type that an {@code Accept} header prefers among ours; empty if it takes none of them. */
    public static Optional<String> accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .flatMap(type -> offered(type).stream())
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    /** The same for a refusal, which is written in JSON whatever is accepted. */
    static String answering(@Nullable String accept) {
        return accepted(accept).orElse(JSON) + ";charset=utf-8";
    }

    private static List<String> offered(MediaType type) {
        if (type.includes(MediaType.APPLICATION_JSON)) {
            return List.of(JSON);
        }
        return type.equalsTypeAndSubtype(GRAPHQL_TYPE) ? List.of(GRAPHQL) : List.of();
    }
}
