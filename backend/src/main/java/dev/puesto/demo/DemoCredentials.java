package dev.puesto.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code PUESTO_HOME/demo-credentials.json} holds, readable by its owner alone. It is the only place where the
 * demo's secrets are kept in the clear.
 */
record DemoCredentials(URI graphql, URI tokenEndpoint, List<DemoClient> clients, List<DemoPerson> people) {

    DemoCredentials {
        people = people == null ? List.of() : List.copyOf(people);
    }

    private static final String FILE = "demo-credentials.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A demo client.
     *
     * @param scope what its tokens may open, as the token endpoint takes it
     */
    record DemoClient(String clientId, String clientSecret, String scope) {

        @Override
        public String toString() {
            return clientId;
        }
    }

    /**
     * A person of the demo.
     *
     * @param role what the person is there for
     */
    record DemoPerson(String role, String name, String email, String password) {

        @Override
        public String toString() {
            return email;
        }
    }

    /** Reads the file in that folder; empty where there is none. */
    static Optional<DemoCredentials> read(Path home) {
        Path file = home.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), DemoCredentials.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file into that folder, whole or not at all. */
    void write(Path home) {
        try {
            Path written = Files.createTempFile(
                    home,
                    FILE,
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(written, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file is in that folder. */
    static Path file(Path home) {
        return home.resolve(FILE);
    }

    /** The same with those people. */
    DemoCredentials with(List<DemoPerson> others) {
        return new DemoCredentials(graphql, tokenEndpoint, clients, others);
    }

    /** The client of that name. */
    Optional<DemoClient> client(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findAny();
    }
}
