package org.ipwarehouse.reports.superset.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ipwarehouse.reports.OutsideErrors;
import org.ipwarehouse.warehouse.api.Fault;

/**
 * One principal's conversation with one Superset. It logs in when first needed, refreshes an expired token once, logs in
 * once more, and then fails; a CSRF token that the server no longer takes is fetched again once. Every failure is a
 * {@link Fault} with a remedy. For one thread at a time.
 */
public final class SupersetClient {
    private static final String SUPPORTED = "6.";
    private static final int PAGE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SupersetAccount account;
    private final Transport transport;
    private String access = "";
    private String refresh = "";
    private String csrf = "";

    public SupersetClient(SupersetAccount account) {
        this.account = account;
        this.transport = new Transport(account.url());
    }

    public String url() {
        return account.url();
    }

    /** Refuses what is no Superset, and a Superset of another generation. @return the version */
    public String requireVersion() {
        Answer answer = transport.send(transport.request("/version").GET().build());
        String version = answer.json().path("version_string").asText("");
        if (!answer.isGood() || version.isEmpty()) {
            Answer health = transport.send(transport.request("/health").GET().build());
            if (health.status() != 200) {
                throw OutsideErrors.notASuperset(account.url(), "/version 回应 HTTP " + answer.status());
            }
        }
        if (!version.startsWith(SUPPORTED)) {
            throw OutsideErrors.supersetVersion(account.url(), version, SUPPORTED + "x");
        }
        return version;
    }

    public JsonNode get(String path) {
        return good("GET " + path, () -> transport.request(path).GET()).json();
    }

    /** As {@link #get}; empty JSON where the object is not there. */
    public JsonNode find(String path) {
        Answer answer = authorised(() -> transport.request(path).GET());
        return answer.status() == 404
                ? JSON.createObjectNode()
                : checked("GET " + path, answer).json();
    }

    public byte[] download(String path) {
        return good("GET " + path, () -> transport.request(path).GET()).body();
    }

    public JsonNode post(String path, Object body) {
        return written("POST", path, body);
    }

    public JsonNode put(String path, Object body) {
        return written("PUT", path, body);
    }

    public void delete(String path) {
        good("DELETE " + path, () -> secured(path).DELETE());
    }

    /** Uploads a form with one file. @return what the server answers */
    public JsonNode upload(String path, MultipartForm form) {
        return good("POST " + path, () -> secured(path)
                        .header("Content-Type", form.type())
                        .POST(BodyPublishers.ofByteArray(form.bytes())))
                .json();
    }

    /** All objects of a kind, page by page until one is empty: the server lowers a page's size without saying so. */
    public List<JsonNode> list(String kind, List<String> columns) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            Map<String, Object> query = new LinkedHashMap<>();
            if (!columns.isEmpty()) {
                query.put("columns", columns);
            }
            query.put("page", page);
            query.put("page_size", PAGE);
            JsonNode result = get("/api/v1/" + kind + "/" + Rison.query(query)).path("result");
            if (result.isEmpty()) {
                return all;
            }
            result.forEach(all::add);
        }
    }

    private JsonNode written(String method, String path, Object body) {
        byte[] bytes = bytes(body);
        return good(method + " " + path, () -> secured(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(bytes)))
                .json();
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer good(String what, Supplier<HttpRequest.Builder> request) {
        Answer answer = authorised(request);
        if (answer.speaksOfCsrf() || answer.status() == 302) {
            // the session behind the token ended; for an upload the server says so by sending us to its login page
            csrf = "";
            answer = authorised(request);
        }
        return checked(what, answer);
    }

    private Answer checked(String what, Answer answer) {
        if (answer.isGood()) {
            return answer;
        }
        if (answer.status() == 401 || answer.status() == 302) {
            throw OutsideErrors.supersetPassword(account.user());
        }
        if (answer.status() == 403) {
            throw OutsideErrors.supersetForbidden(account.user(), what);
        }
        throw OutsideErrors.supersetRefused(what, answer.status(), answer.reason());
    }

    private Answer authorised(Supplier<HttpRequest.Builder> request) {
        if (access.isEmpty()) {
            login();
        }
        Answer answer = tried(request);
        if (answer.status() == 401 && refreshed()) {
            answer = tried(request);
        }
        if (answer.status() == 401) {
            login();
            answer = tried(request);
        }
        return answer;
    }

    private Answer tried(Supplier<HttpRequest.Builder> request) {
        return transport.send(
                request.get().header("Authorization", "Bearer " + access).build());
    }

    private void login() {
        byte[] body = bytes(Map.of(
                "username", account.user(),
                "password", account.password(),
                "provider", account.provider(),
                "refresh", true));
        Answer answer = transport.send(transport
                .request("/api/v1/security/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
        if (answer.status() == 401) {
            throw OutsideErrors.supersetPassword(account.user());
        }
        access = answer.json().path("access_token").asText("");
        refresh = answer.json().path("refresh_token").asText("");
        if (access.isEmpty()) {
            throw OutsideErrors.notASuperset(account.url(), "登录接口回应 HTTP " + answer.status() + "：" + answer.reason());
        }
        if (account.entry() == SupersetAccount.Entry.SESSION) {
            openSession();
        }
    }

    /** The form that a reader fills in. A server that has none answers otherwise, and the token has to do. */
    private void openSession() {
        String form = "username=" + encoded(account.user()) + "&password=" + encoded(account.password())
                + "&csrf_token=" + encoded(token());
        transport.send(transport
                .request("/login/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        // the session is another one now, and so is its secret
        csrf = "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean refreshed() {
        if (refresh.isEmpty()) {
            return false;
        }
        Answer answer = transport.send(transport
                .request("/api/v1/security/refresh")
                .header("Authorization", "Bearer " + refresh)
                .POST(BodyPublishers.noBody())
                .build());
        String renewed = answer.json().path("access_token").asText("");
        if (!answer.isGood() || renewed.isEmpty()) {
            return false;
        }
        access = renewed;
        return true;
    }

    /** A request that changes something: with the CSRF token whose secret lies in the cookie of the same jar. */
    private HttpRequest.Builder secured(String path) {
        if (csrf.isEmpty()) {
            csrf = token();
        }
        return transport.request(path).header("X-CSRFToken", csrf);
    }

    private String token() {
        Answer answer = authorised(
                () -> transport.request("/api/v1/security/csrf_token/").GET());
        return checked("GET csrf_token", answer).json().path("result").asText("");
    }
}
