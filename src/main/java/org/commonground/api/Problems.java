package org.commonground.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.commonground.city.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Problem details (RFC 9457) with a stable {@code code}: one sentence for the caller, never a trace. */
@RestControllerAdvice
class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> callersMistake(InvalidInput mistake) {
    return answer(HttpStatusCode.valueOf(mistake.code().status()), mistake.code().word(), mistake.field(), mistake.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(TypeMismatchException mistake) {
    var field = mistake instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : mistake.getPropertyName();
    var wanted = mistake.getRequiredType();
    boolean whole = wanted == Integer.class || wanted == int.class;
    return answer(HttpStatus.BAD_REQUEST, "option", field,
        field + " is \"" + mistake.getValue() + "\", but must be a " + (whole ? "whole " : "") + "number.");
  }

  /** The same for a value of a record that holds the query's names. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(BindException mistake) {
    var wrong = mistake.getFieldErrors().get(0);
    var wanted = mistake.getFieldType(wrong.getField());
    return answer(HttpStatus.BAD_REQUEST, "option", wrong.getField(), wrong.getField() + " is \"" + wrong.getRejectedValue()
        + "\", but must be " + (wanted == Boolean.class ? "true or false." : "a whole number."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException mistake) {
    return answer(HttpStatus.BAD_REQUEST, "option", mistake.getParameterName(), mistake.getParameterName() + " is missing.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException mistake) {
    var place = mistake.getCause() instanceof JacksonException at && at.getLocation() != null
        ? " (read up to line " + at.getLocation().getLineNr() + ", column " + at.getLocation().getColumnNr() + ")" : "";
    return answer(HttpStatus.BAD_REQUEST, "body", null, "The body must be one JSON object" + place + ".");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> nothingHere(NoResourceFoundException mistake) {
    return answer(HttpStatus.NOT_FOUND, "not-found", null, "There is nothing at /" + mistake.getResourcePath() + ".");
  }

  /** The reader went away while we were writing: nobody is left to tell. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {
    LOG.debug("reader went away", gone);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> everythingElse(Exception failure, HttpServletResponse response) throws IOException {
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(known.getStatusCode(), "request", null, known.getBody().getDetail());
    }
    var id = UUID.randomUUID().toString();
    LOG.error("fault {}", id, failure);
    if (response.isCommitted()) {
      throw new IOException("fault " + id + " after the answer had begun", failure);
    }
    response.reset();
    var body = problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", null,
        "Something went wrong on our side; it is in the log under this id.");
    body.setProperty("id", id);
    return ResponseEntity.internalServerError().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
  }

  private static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, String code, String field, String sentence) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(status, code, field, sentence));
  }

  private static ProblemDetail problem(HttpStatusCode status, String code, String field, String sentence) {
    var problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setProperty("code", code);
    if (field != null) {
      problem.setProperty("field", field);
    }
    return problem;
  }
}
