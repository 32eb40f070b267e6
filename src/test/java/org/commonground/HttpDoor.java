package org.commonground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running service as any other program does. */
record HttpDoor(ConfigurableApplicationContext service) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** @param body JSON; null for none */
  HttpResponse<String> ask(String method, String path, String body, String... headers) {
    var address = URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port") + path);
    var request = HttpRequest.newBuilder(address)
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The body of an answer that must have this status; null where there is none. */
  JsonNode done(int status, String method, String path, String body) {
    var response = ask(method, path, body);
    assertEquals(status, response.statusCode(), response.body());
    return status == 204 ? null : JSON.readTree(response.body());
  }
}
