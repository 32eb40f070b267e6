package org.commonground.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What holds for every request: what the page may load, that no query name is silently ignored, and that nobody changes anything
 * through another site's page or with a body that fills the memory.
 */
@Configuration
class WebRules implements WebMvcConfigurer {

  /** The one foreign host is the online base map, which is off until somebody switches it on. */
  private static final String CONTENT = "default-src 'self'; img-src 'self' data: blob: https://tile.openstreetmap.org; "
      + "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

  private static final long BODY_BYTES = 4_000_000;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new HandlerInterceptor() {
      @Override
      public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!request.getRequestURI().startsWith("/swagger-ui")) {
          response.setHeader("Content-Security-Policy", CONTENT);
        }
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/")) {
          checkNames(request, method);
          checkOrigin(request);
          checkBody(request);
        }
        return true;
      }
    });
  }

  private static void checkNames(HttpServletRequest request, HandlerMethod method) {
    var known = Arrays.stream(method.getMethodParameters()).flatMap(WebRules::names)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
    for (var name : request.getParameterMap().keySet()) {
      if (!known.contains(name)) {
        throw new InvalidInput(Code.OPTION, name, "There is no option \"" + name + "\" here: "
            + (known.isEmpty() ? "none can be given." : "known are " + String.join(", ", known) + "."));
      }
    }
  }

  /** The query names that fill one parameter of a handler. */
  private static Stream<String> names(MethodParameter parameter) {
    if (parameter.hasParameterAnnotation(ParameterObject.class)) {
      return Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
    }
    return parameter.hasParameterAnnotation(RequestParam.class) ? Stream.of(parameter.getParameter().getName()) : Stream.empty();
  }

  /** Browsers say whether a page of another site asks; such a page may show, but not change. */
  private static void checkOrigin(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      throw new InvalidInput(Code.FOREIGN_PAGE, null, "A page of another site may not change anything here.");
    }
  }

  private static void checkBody(HttpServletRequest request) {
    if (request.getContentLengthLong() > BODY_BYTES || request.getHeader("Transfer-Encoding") != null) {
      throw new InvalidInput(Code.BODY_TOO_LONG, null,
          "The body must say its length, and may have at most " + BODY_BYTES + " bytes.");
    }
  }
}
