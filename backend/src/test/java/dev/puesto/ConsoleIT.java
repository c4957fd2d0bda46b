package dev.puesto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser against the real jar: the tests of {@code web-console/e2e}. */
class ConsoleIT {

    private static final Path CONSOLE =
            Path.of("..", "web-console").toAbsolutePath().normalize();

    @TempDir
    private Path home;

    @BeforeAll
    static void theConsoleIsBuilt() {
        assumeTrue(
                Files.exists(CONSOLE.resolve("target/classes/static/assets")),
                "the console was left out of the build (-Dskip.console=true)");
    }

    @Test
    void buysWatchesAndSignsInAsItsBrowserTestsSay() throws Exception {
        browse(
                List.of("--grep-invert", "@expiry"),
                "--puesto.demo.scale-seats=100000",
                "--puesto.payment.sandbox.unknown-for=10s");
    }

    @Test
    void showsAPriceThatExpiredBeforeAndNow() throws Exception {
        browse(List.of("--grep", "@expiry"), "--puesto.seatquote.validity=4s");
    }

    private void browse(List<String> tests, String... settings) throws Exception {
        Path output = home.resolve("browser-tests.txt");
        int port = PuestoProcess.freePort();
        var all = new ArrayList<>(Arrays.asList(settings));
        all.add("--puesto.public-url=http://127.0.0.1:" + port);
        try (var puesto = PuestoProcess.launch(home, port, PuestoProcess.freePort(), all.toArray(String[]::new))
                .awaitReady()) {
            var command = new ArrayList<>(List.of(node(), "node_modules/@playwright/test/cli.js", "test"));
            command.addAll(tests);
            var playwright = new ProcessBuilder(command)
                    .directory(CONSOLE.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            playwright.environment().put("PUESTO_URL", puesto.url());
            playwright
                    .environment()
                    .put(
                            "PUESTO_CREDENTIALS",
                            home.resolve("demo-credentials.json").toString());
            var run = playwright.start();
            boolean ended = run.waitFor(30, TimeUnit.MINUTES);
            if (!ended) {
                run.destroy();
            }
            assertThat(ended && run.exitValue() == 0).as(() -> read(output)).isTrue();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Node that built the console: the system's, or the one that the build brought. */
    private static String node() {
        return CONSOLE.resolve("node/node").toString();
    }
}
