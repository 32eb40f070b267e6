package org.commonground.api;

import java.util.Locale;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link QuestionParameters} from the query. The framework would look at the record's annotations anew for each request. */
final class QuestionReader implements HandlerMethodArgumentResolver {

  private static final ConversionService WORDS = DefaultConversionService.getSharedInstance();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == QuestionParameters.class;
  }

  @Override
  public QuestionParameters resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request,
      WebDataBinderFactory binders) {
    return new QuestionParameters(request.getParameter("profile"), whole(request, "minutes"), whole(request, "count"),
        whole(request, "k"), request.getParameter("hazard"), yes(request, "night"), yes(request, "capacity"),
        request.getParameter("scenario"), request.getParameter("rules"));
  }

  private static Integer whole(NativeWebRequest request, String name) {
    return read(request, name, Integer.class, "a whole number");
  }

  private static Boolean yes(NativeWebRequest request, String name) {
    return read(request, name, Boolean.class, "true or false");
  }

  private static <T> T read(NativeWebRequest request, String name, Class<T> type, String wanted) {
    var text = request.getParameter(name);
    try {
      return text == null ? null : WORDS.convert(text, type);
    } catch (ConversionException mistake) {
      throw new InvalidInput(Code.OPTION, name, String.format(Locale.ROOT, "%s is \"%s\", but must be %s.", name, text, wanted));
    }
  }
}
