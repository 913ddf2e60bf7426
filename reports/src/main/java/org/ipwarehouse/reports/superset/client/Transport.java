package org.ipwarehouse.reports.superset.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.ipwarehouse.reports.OutsideErrors;

/** Sends one request and waits out what is only busy. Redirects are never followed: a login page is no answer. */
final class Transport {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int TRIES = 6;
    private static final long LONGEST_WAIT = 20_000;

    private final String url;
    private final HttpClient http;

    Transport(String url) {
        this.url = url;
        // one cookie jar for one principal: a session of another user would win over the token
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Referer", url + "/");
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where nothing answers, or it stays busy */
    Answer send(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = once(request);
            if (response.statusCode() != 429) {
                return new Answer(
                        response.statusCode(),
                        response.body(),
                        response.headers().firstValue("Content-Type").orElse("?"));
            }
            if (attempt == TRIES) {
                throw OutsideErrors.supersetBusy(
                        request.method() + " " + request.uri().getPath(), TRIES);
            }
            sleep(wait(response.headers().firstValue("Retry-After"), attempt));
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw OutsideErrors.supersetDown(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OutsideErrors.interrupted(e);
        }
    }

    /** What the server asks for, else half a second and doubling. */
    private static long wait(Optional<String> asked, int attempt) {
        long seconds =
                asked.filter(a -> a.matches("\\d{1,4}")).map(Long::parseLong).orElse(0L);
        return Math.min(LONGEST_WAIT, seconds > 0 ? seconds * 1000 : 250L << attempt);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OutsideErrors.interrupted(e);
        }
    }
}
